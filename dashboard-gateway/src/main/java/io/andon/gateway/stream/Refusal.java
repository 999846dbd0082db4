package io.andon.gateway.stream;

import io.andon.gateway.fanout.SystemFrames;
import io.andon.gateway.problem.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Says "not now" in a way that the client comes back. Any status but 200 closes a browser's EventSource for ever, so a
 * client that asks for an event stream gets one that ends at once; others get 429.
 */
@Singleton
final class Refusal {

    static final String STARTING = "starting";
    static final String SHUTDOWN = "shutdown";
    static final String TOO_MANY_STREAMS = "too-many-streams";

    private final SystemFrames systemFrames;
    private final RetryTimes retryTimes;

    @Inject
    Refusal(SystemFrames systemFrames, RetryTimes retryTimes) {
        this.systemFrames = systemFrames;
        this.retryTimes = retryTimes;
    }

    void send(RoutingContext request, String reason) {
        long retryMs = retryTimes.nextMs();
        String accept = request.request().getHeader("Accept");
        if (accept != null && accept.contains(StreamHeaders.MEDIA_TYPE)) {
            StreamHeaders.put(request.response());
            request.response().end(systemFrames.refused(reason, retryMs));
        } else {
            Problem.of(429, "STREAM_REFUSED", "Not now", "No stream can be opened at the moment: " + reason + ".")
                    .with("Retry-After", Long.toString(Math.max(1, Math.round(retryMs / 1000.0))))
                    .send(request);
        }
    }
}
