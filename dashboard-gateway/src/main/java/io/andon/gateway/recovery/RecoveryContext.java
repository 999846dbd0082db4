package io.andon.gateway.recovery;

import io.andon.events.TenantId;
import io.andon.gateway.fanout.TypeFilter;
import io.andon.gateway.intake.IntakeConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The limits of every recovery, and the lane that it takes its turns in. */
@Singleton
final class RecoveryContext {

    private final RecoveryConfig config;
    private final RecoveryLane lane;
    private final Clock clock;
    private final long maxRecordSize;

    @Inject
    RecoveryContext(RecoveryConfig config, RecoveryLane lane, IntakeConfig intake, Clock clock) {
        this.config = config;
        this.lane = lane;
        this.clock = clock;
        this.maxRecordSize = intake.maxRecordSize().asLongValue();
    }

    RecoveryLane lane() {
        return lane;
    }

    long nowMs() {
        return clock.millis();
    }

    /** When a recovery that begins now is late. */
    long deadlineMs() {
        return nowMs() + config.timeout().toMillis();
    }

    long maxStallMs() {
        return config.maxStall().toMillis();
    }

    /** Whether more is to be read, or has been, than one client may ask for. */
    boolean isTooLong(Passage passage) {
        return passage.length() > config.maxRecords()
                || passage.bytes() > config.maxBytes().asLongValue();
    }

    ChunkBuilder chunk(Passage passage, TenantId tenant, TypeFilter filter, int maxFrames) {
        return new ChunkBuilder(passage, tenant, filter, new ChunkBuilder.Limits(maxFrames, maxRecordSize, nowMs()));
    }

    /** Whether as many records have been read as one request may cost. */
    boolean isSpent(Passage passage) {
        return passage.records() >= config.maxRecords()
                || passage.bytes() >= config.maxBytes().asLongValue();
    }
}
