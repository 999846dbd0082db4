package io.andon.gateway.intake;

import java.util.List;
import org.apache.kafka.common.Uuid;

/**
 * What the watch has found out and the intake has to do.
 *
 * @param topic the index in {@code Topics.DASHBOARD}
 * @param id Kafka's id of the topic
 * @param partitionCount how many partitions the topic has now, 0 if it no longer exists
 * @param starts where to begin with the partitions that are read from now on
 * @param reset whether the offsets known so far mean nothing any more, or have been jumped over
 * @param coveredSinceMs the time from which on the partitions are read
 */
record Assignment(
        int topic, Uuid id, int partitionCount, List<PartitionStart> starts, boolean reset, long coveredSinceMs) {

    /**
     * @param offset the first to read
     * @param liveFrom the first that was not there yet when the partition was found
     */
    record PartitionStart(int partition, long offset, long liveFrom) {}

    Assignment {
        starts = List.copyOf(starts);
    }

    static Assignment vanished(int topic) {
        return new Assignment(topic, Uuid.ZERO_UUID, 0, List.of(), true, Long.MIN_VALUE);
    }
}
