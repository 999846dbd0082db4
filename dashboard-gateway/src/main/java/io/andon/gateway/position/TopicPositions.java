package io.andon.gateway.position;

import io.andon.events.TenantId;
import io.andon.events.Topics;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * How far the gateway has read, partition by partition.
 *
 * <p>Threads: the intake alone writes; every thread reads. An offset is published after its record has been given to its
 * tenant's hub, so whoever reads an offset here finds all records up to it in the hubs.
 */
@Singleton
public final class TopicPositions {

    /** So many characters of a topic's id tell 16 million topics of one name apart, and are on every event. */
    private static final int MARK_LENGTH = 4;

    private final AtomicReferenceArray<@Nullable Offsets> topics = new AtomicReferenceArray<>(Topics.DASHBOARD.size());
    private volatile long coveredSinceMs = Long.MAX_VALUE;

    /**
     * A topic's partitions.
     *
     * @param mark the beginning of the topic's id
     * @param last the offset of the last record read
     * @param floor the offset after which everything that was read is either still in a window or known to be evicted
     */
    private record Offsets(String mark, AtomicLongArray last, AtomicLongArray floor) {}

    /**
     * Begins a topic anew.
     *
     * @param id Kafka's, which a topic that is created again does not keep
     * @param floors by partition, the offset before the first record that will be read
     */
    public void begin(int topic, Uuid id, long[] floors) {
        String mark = id.toString().substring(0, MARK_LENGTH);
        topics.set(topic, new Offsets(mark, new AtomicLongArray(floors), new AtomicLongArray(floors)));
    }

    /** Adds partitions behind those that the topic has. */
    public void extend(int topic, long[] floors) {
        Offsets known = topics.get(topic);
        if (known == null) {
            return;
        }
        long[] last = floors.clone();
        long[] floor = floors.clone();
        for (int partition = 0; partition < known.last.length(); partition++) {
            last[partition] = known.last.get(partition);
            floor[partition] = known.floor.get(partition);
        }
        topics.set(topic, new Offsets(known.mark, new AtomicLongArray(last), new AtomicLongArray(floor)));
    }

    /** Goes on elsewhere in one partition: what was read of it so far is no longer told from what was not. */
    public void reposition(int topic, int partition, long floor) {
        Offsets known = topics.get(topic);
        if (known != null && partition < known.last.length()) {
            known.last.set(partition, floor);
            known.floor.set(partition, floor);
        }
    }

    /** Forgets a topic that no longer exists. */
    public void forget(int topic) {
        topics.set(topic, null);
    }

    public void advance(int topic, int partition, long offset) {
        Offsets known = topics.get(topic);
        if (known != null && partition < known.last.length() && known.last.get(partition) < offset) {
            known.last.set(partition, offset);
        }
    }

    /** The time from which on everything was read; a topic that began anew later moves it on. */
    public void coverSince(long epochMs) {
        coveredSinceMs = coveredSinceMs == Long.MAX_VALUE ? epochMs : Math.max(coveredSinceMs, epochMs);
    }

    public long coveredSinceMs() {
        return coveredSinceMs;
    }

    /** The partition that the Java client's default partitioner chooses for the tenant, negative without the topic. */
    public int partition(int topic, TenantId tenant) {
        Offsets known = topics.get(topic);
        return known == null ? -1 : partition(tenant, known.last.length());
    }

    private static int partition(TenantId tenant, int partitions) {
        byte[] key = tenant.value().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /** How far the tenant's partitions have been read. */
    public StreamPosition of(TenantId tenant) {
        int[] partitions = new int[topics.length()];
        String[] marks = new String[partitions.length];
        long[] offsets = new long[partitions.length];
        for (int topic = 0; topic < partitions.length; topic++) {
            Offsets known = topics.get(topic);
            partitions[topic] = known == null ? -1 : partition(tenant, known.last.length());
            marks[topic] = known == null ? "" : known.mark;
            offsets[topic] = known == null ? 0 : known.last.get(partitions[topic]);
        }
        return StreamPosition.of(partitions, marks, offsets);
    }

    /** The offset up to which records of the partition may be missing from the windows. */
    public long floor(int topic, int partition) {
        Offsets known = topics.get(topic);
        return known == null || partition >= known.floor.length() ? StreamPosition.START : known.floor.get(partition);
    }

    /** Remembers that records up to {@code offset} are gone, for the time after their hub has been dropped. */
    public void raiseFloor(int topic, int partition, long offset) {
        Offsets known = topics.get(topic);
        if (known != null && partition >= 0 && partition < known.floor.length()) {
            known.floor.accumulateAndGet(partition, offset, Math::max);
        }
    }
}
