package io.andon.gateway.replay;

import io.andon.gateway.fanout.Lanes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Shows again what the running replays ask for: a slice to the event loops, a rest, the next slice. The next one is held
 * back while a loop has not written the last one, or has more live frames waiting than it should.
 *
 * <p>Touched by the replay's thread alone. Between the loops and this lane there is one slice at most, so a replay costs
 * no memory that grows with its length. The consumer exists only while there is something to show.
 */
final class ReplayLane implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ReplayLane.class);

    private static final long LOOK_AT_LOOPS_NANOS = 200_000;
    private static final long MAX_PAUSE_NANOS = 20_000_000;

    private final Supplier<ReplaySource> newSource;
    private final ReplaySender sender;
    private final Lanes lanes;
    private final Pace pace;
    private @Nullable ReplaySource source;
    private int onTheWay;
    private long sentAt;
    private long dueAt;

    ReplayLane(Supplier<ReplaySource> newSource, ReplaySender sender, Lanes lanes, Pace pace) {
        this.newSource = newSource;
        this.sender = sender;
        this.lanes = lanes;
        this.pace = pace;
        this.dueAt = System.nanoTime();
    }

    /**
     * Sends a slice if it is time to.
     *
     * @return how many records were sent
     * @throws OffsetOutOfRangeException if partitions no longer have what is wished for
     */
    int step(Map<TopicPartition, PartitionReplay> running) {
        if (running.isEmpty()) {
            close();
            return 0;
        }
        if (!isDue(System.nanoTime())) {
            return 0;
        }
        ReplaySource open = source == null ? newSource.get() : source;
        source = open;
        open.follow(running);
        return send(open.next(pace.slice(), running), running);
    }

    /** Goes on with partitions where their replays stand now. */
    void findAgain(Set<TopicPartition> partitions) {
        if (source != null) {
            partitions.forEach(source::findAgain);
        }
    }

    /** How long nothing can be done: until the next slice is due, or a look at what the loops do. */
    long pauseNanos() {
        return onTheWay > 0 ? LOOK_AT_LOOPS_NANOS : Math.max(0, Math.min(dueAt - System.nanoTime(), MAX_PAUSE_NANOS));
    }

    private boolean isDue(long now) {
        if (onTheWay > 0 && !lanes.haveReplaysOnTheWay()) {
            dueAt = pace.taken(onTheWay, sentAt, now);
            onTheWay = 0;
        }
        return onTheWay == 0 && now - dueAt >= 0 && !lanes.areCrowded();
    }

    private int send(List<ConsumerRecord<byte[], byte[]>> slice, Map<TopicPartition, PartitionReplay> running) {
        if (!slice.isEmpty()) {
            onTheWay = slice.size();
            sentAt = System.nanoTime();
            sender.send(slice);
            slice.forEach(record -> advance(running, record));
        }
        running.forEach(ReplayLane::say);
        return slice.size();
    }

    private static void advance(Map<TopicPartition, PartitionReplay> running, ConsumerRecord<byte[], byte[]> record) {
        PartitionReplay replay = running.get(ReplaySource.partitionOf(record));
        if (replay != null) {
            replay.advance(record.offset() + 1);
        }
    }

    private static void say(TopicPartition partition, PartitionReplay replay) {
        Wish wish = replay.wish();
        if (wish != null && !replay.isRunning()) {
            LOG.infof(
                    "Replay ends: topic=%s partition=%d from=%d to=%d",
                    partition.topic(), partition.partition(), wish.from(), wish.to());
        }
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
            source = null;
        }
    }
}
