package io.andon.gateway.replay;

import io.andon.gateway.fanout.Lanes;
import io.andon.gateway.intake.KafkaClients;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Makes what the replay's thread works with, once the thread is there. */
@Singleton
final class ReplayClients {

    private static final String PURPOSE = "replay";
    private static final int MAX_POLL_RECORDS = 500;
    private static final int FETCH_BYTES = 1024 * 1024;

    private final KafkaClients kafka;
    private final ReplayConfig config;
    private final ReplaySender sender;
    private final Lanes lanes;
    private final Clock clock;
    private final String instance =
            Integer.toHexString(ThreadLocalRandom.current().nextInt());

    @Inject
    ReplayClients(KafkaClients kafka, ReplayConfig config, ReplaySender sender, Lanes lanes, Clock clock) {
        this.kafka = kafka;
        this.config = config;
        this.sender = sender;
        this.lanes = lanes;
        this.clock = clock;
    }

    GroupOffsets offsets() {
        return new GroupOffsets(kafka.admin(PURPOSE), config.group());
    }

    GroupWatch watch(GroupOffsets offsets) {
        return new GroupWatch(
                offsets,
                () -> new PartitionReplay(instance, config.restInterval()),
                config.restInterval().toMillis());
    }

    ReplayLane lane() {
        return new ReplayLane(this::source, sender, lanes, new Pace(config.rate()));
    }

    /** What is fetched ahead is bounded: a replay has time. */
    private ReplaySource source() {
        return new ReplaySource(kafka.reader(
                PURPOSE,
                Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        MAX_POLL_RECORDS,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        FETCH_BYTES,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        FETCH_BYTES / 4)));
    }

    long nowMs() {
        return clock.millis();
    }
}
