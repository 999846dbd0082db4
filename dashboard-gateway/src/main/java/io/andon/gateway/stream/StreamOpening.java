package io.andon.gateway.stream;

import io.andon.gateway.fanout.FanoutMetrics;
import io.andon.gateway.fanout.Resumption;
import io.andon.gateway.fanout.SystemFrame;
import io.andon.gateway.fanout.SystemFrames;
import io.andon.gateway.intake.DegradedState;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The first events of a stream: when to come back, where it begins, and what the client must know about it. */
@Singleton
final class StreamOpening {

    private final SystemFrames systemFrames;
    private final RetryTimes retryTimes;
    private final DegradedState degraded;
    private final FanoutMetrics metrics;

    @Inject
    StreamOpening(SystemFrames systemFrames, RetryTimes retryTimes, DegradedState degraded, FanoutMetrics metrics) {
        this.systemFrames = systemFrames;
        this.retryTimes = retryTimes;
        this.degraded = degraded;
        this.metrics = metrics;
    }

    /** Why the stream's events are late when it begins; empty if they are not. */
    String degradedReason(Resumption resumption) {
        return degraded.reason(resumption.present());
    }

    Buffer of(String clientId, Resumption resumption, String degradedReason) {
        metrics.resumed(resumption);
        Buffer opening = Buffer.buffer("retry: " + retryTimes.nextMs() + "\n\n");
        opening.appendBuffer(systemFrames.ready(resumption.start(), clientId, resumption.outcome()));
        if (resumption.reason() != null) {
            opening.appendBuffer(
                    systemFrames.resync(resumption.start(), resumption.reason()).bytes());
        }
        degraded.notice("", degradedReason).map(SystemFrame::bytes).ifPresent(opening::appendBuffer);
        return opening;
    }

    /**
     * What is left to say when a stream goes on live whose beginning came from Kafka: that not all of it came, and that
     * events have come to be late since it began, or no longer are.
     */
    Buffer later(Resumption resumption, String degradedReason) {
        Buffer later = Buffer.buffer();
        if (resumption.reason() != null) {
            metrics.resumed(resumption);
            later.appendBuffer(
                    systemFrames.resync(resumption.start(), resumption.reason()).bytes());
        }
        degraded.notice(degradedReason, degradedReason(resumption))
                .map(SystemFrame::bytes)
                .ifPresent(later::appendBuffer);
        return later;
    }
}
