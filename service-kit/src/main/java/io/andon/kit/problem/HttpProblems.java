package io.andon.kit.problem;

/** Problems that the HTTP layer finds before any code of ours runs. */
final class HttpProblems {

    private HttpProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 404 -> Problem.of(status, "NOT_FOUND", "Nothing here", "There is nothing at this path.");
            case 405 ->
                Problem.of(status, "METHOD_NOT_ALLOWED", "Method not allowed", "This path does not take this method.");
            case 406 ->
                Problem.of(
                        status, "NOT_ACCEPTABLE", "Not acceptable", "None of the media types in Accept can be served.");
            case 413 -> Problem.of(status, "BODY_TOO_LARGE", "The body is too large", "Send less in one request.");
            case 415 ->
                Problem.of(
                        status,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "Media type not supported",
                        "Send the body as Content-Type: application/json.");
            default -> Problem.of(status, "BAD_REQUEST", "The request cannot be served", "HTTP status " + status + ".");
        };
    }
}
