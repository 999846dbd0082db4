package io.andon.gateway.proxy;

import io.andon.gateway.problem.Problem;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** What the proxy says when it has no answer of a service. */
final class ProxyProblems {

    private static final String RETRY_SECONDS = "2";

    private ProxyProblems() {}

    static Problem bodyTooLarge(long maxBytes) {
        String detail = "At most " + maxBytes + " bytes are taken in one request.";
        return Problem.of(413, "BODY_TOO_LARGE", "The body is too large", detail);
    }

    static Problem bodyTooLate(Duration time) {
        String detail = "A request's body has to be there within " + time.toSeconds() + " seconds.";
        return Problem.of(408, "BODY_TOO_LATE", "The body did not come in time", detail);
    }

    /** 503 when the service was not reached, and a command was surely not carried out; 502 and 504 when it may have been. */
    static Problem unavailable(Upstream upstream, Throwable failure) {
        int status = 502;
        if (failure instanceof NotReached) {
            status = 503;
        } else if (failure instanceof TimeoutException) {
            status = 504;
        }
        return Problem.of(
                        status,
                        "UPSTREAM_UNAVAILABLE",
                        "The service does not answer",
                        upstream.service() + " cannot be reached at the moment.")
                .with("Retry-After", RETRY_SECONDS);
    }
}
