package io.andon.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;

/**
 * A problem document.
 *
 * @param code stable; also the last part of {@code type}
 * @param headers further headers of the response, for instance {@code Retry-After}
 */
public record Problem(int status, String code, String title, String detail, Map<String, String> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "https://andon.dev/problems/";

    public Problem {
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, Map.of());
    }

    public static Problem notFound() {
        return of(404, "NOT_FOUND", "Nothing here", "There is nothing at this path.");
    }

    public static Problem methodNotAllowed(String allowed) {
        return of(405, "METHOD_NOT_ALLOWED", "Method not allowed", "This path does not take this method.")
                .with("Allow", allowed);
    }

    public Problem with(String header, String value) {
        return new Problem(status, code, title, detail, Map.of(header, value));
    }

    /** @param instance the path of the request that failed */
    public Buffer document(String instance) {
        return new JsonObject()
                .put("type", TYPE_PREFIX + code.toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", instance)
                .put("code", code)
                .toBuffer();
    }

    /** Answers the request with this document, unless an answer has begun already. */
    public void send(RoutingContext request) {
        var response = request.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        headers.forEach(response::putHeader);
        response.setStatusCode(status)
                .putHeader("Content-Type", MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(document(request.request().path()));
    }
}
