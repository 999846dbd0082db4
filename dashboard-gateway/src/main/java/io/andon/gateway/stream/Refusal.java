package io.andon.gateway.stream;

import io.andon.gateway.fanout.SystemFrames;
import io.andon.gateway.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/**
 * Says "not now" in a way that the client comes back. Any status but 200 closes a browser's EventSource for ever, so a
 * client that asks for an event stream gets one that ends at once; others get 429.
 */
@Singleton
final class Refusal {

    private final SystemFrames systemFrames;
    private final RetryTimes retryTimes;
    private final Map<RefusalReason, Counter> refused = new EnumMap<>(RefusalReason.class);

    @Inject
    Refusal(SystemFrames systemFrames, RetryTimes retryTimes, MeterRegistry registry) {
        this.systemFrames = systemFrames;
        this.retryTimes = retryTimes;
        for (RefusalReason reason : RefusalReason.values()) {
            refused.put(reason, registry.counter("andon.sse.refused", "reason", reason.wireName()));
        }
    }

    void send(RoutingContext request, RefusalReason reason) {
        send(request, new Refused(reason, 0));
    }

    void send(RoutingContext request, Refused why) {
        refused.get(why.reason()).increment();
        String reason = why.reason().wireName();
        long retryMs = retryTimes.nextMs() + why.delayMs();
        if (isForStream(request)) {
            StreamHeaders.put(request.response());
            LastWord.end(
                    request.request().connection(),
                    request.response(),
                    systemFrames.refused(reason, retryMs),
                    why.reason() == RefusalReason.SHUTDOWN);
        } else {
            Problem.of(429, "STREAM_REFUSED", "Not now", "No stream can be opened at the moment: " + reason + ".")
                    .with("Retry-After", Long.toString(Math.max(1, Math.round(retryMs / 1000.0))))
                    .send(request);
        }
    }

    static boolean isForStream(RoutingContext request) {
        String accept = request.request().getHeader("Accept");
        return accept != null && accept.contains(StreamHeaders.MEDIA_TYPE);
    }
}
