package io.andon.gateway.intake;

import io.andon.events.Topics;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * What the watch has found out and the intake has to do.
 *
 * @param topic the index in {@code Topics.DASHBOARD}
 * @param topicId differs for a topic that was deleted and made again, {@link Uuid#ZERO_UUID} for one that has vanished
 * @param partitionCount how many partitions the topic has now, 0 if it no longer exists
 * @param starts where to begin with the partitions that are read from now on
 * @param coveredSinceMs the time from which on the partitions are read
 */
record Assignment(
        Change change, int topic, Uuid topicId, int partitionCount, List<PartitionStart> starts, long coveredSinceMs) {

    /** What has happened to the topic. */
    enum Change {
        /** It was not read before. */
        FOUND,
        /** It is another one of the same name: the offsets known so far mean nothing any more. */
        ANEW,
        /** It has partitions behind those that it had. */
        EXTENDED,
        /** In the partitions named, reading goes on elsewhere than where it stopped. */
        REPOSITIONED,
        /** It no longer exists. */
        VANISHED;

        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param offset the first to read
     * @param liveFrom the first that was not there yet when the partition was found
     */
    record PartitionStart(int partition, long offset, long liveFrom) {}

    Assignment {
        starts = List.copyOf(starts);
    }

    static Assignment vanished(int topic) {
        return new Assignment(Change.VANISHED, topic, Uuid.ZERO_UUID, 0, List.of(), Long.MIN_VALUE);
    }

    TopicPartition partition(PartitionStart start) {
        return new TopicPartition(Topics.DASHBOARD.get(topic), start.partition());
    }
}
