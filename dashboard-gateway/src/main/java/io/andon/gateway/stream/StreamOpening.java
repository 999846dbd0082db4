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

    Buffer of(String clientId, Resumption resumption) {
        metrics.resumed(resumption);
        Buffer opening = Buffer.buffer("retry: " + retryTimes.nextMs() + "\n\n");
        opening.appendBuffer(systemFrames.ready(resumption.start(), clientId, resumption.outcome()));
        if (resumption.reason() != null) {
            opening.appendBuffer(
                    systemFrames.resync(resumption.start(), resumption.reason()).bytes());
        }
        degraded.notice(resumption.present()).map(SystemFrame::bytes).ifPresent(opening::appendBuffer);
        return opening;
    }

    /** What is left to say when a stream goes on live whose beginning came from Kafka; empty if all of it came. */
    Buffer later(Resumption resumption) {
        if (resumption.reason() == null) {
            return Buffer.buffer();
        }
        metrics.resumed(resumption);
        return systemFrames.resync(resumption.start(), resumption.reason()).bytes();
    }
}
