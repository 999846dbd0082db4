package io.andon.gateway.intake;

import io.andon.gateway.intake.Assignment.Change;
import io.andon.gateway.intake.Assignment.PartitionStart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one topic, and what has changed since the last look.
 *
 * <p>Touched by the watch's thread alone, but for {@link #lose}, which belongs to the intake's; what is lost is bounded
 * by the number of partitions.
 */
final class WatchedTopic {

    private static final Logger LOG = Logger.getLogger(WatchedTopic.class);

    /** Looks in a row that must not find the topic: a single broker that has just come back may not know it yet. */
    private static final int LOOKS = 2;

    /** In place of an offset: the partition has never been read. */
    private static final long NEVER_READ = -1;

    private final int topic;
    private final String name;
    private final Map<Lost, Long> lost = new ConcurrentHashMap<>();
    private @Nullable Uuid id;
    private int partitions;
    private int absences;

    /** A partition of the topic that had this id: what is said of another one's of the same name means nothing. */
    private record Lost(Uuid topicId, int partition) {}

    WatchedTopic(int topic, String name) {
        this.topic = topic;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The intake's position in a partition of the topic with that id is out of the range that the cluster has. */
    void lose(Uuid topicId, int partition, long position) {
        lost.put(new Lost(topicId, partition), position);
    }

    /** The topic has not been found. */
    @Nullable
    Assignment absent() {
        absences++;
        if (partitions == 0 || absences < LOOKS) {
            return null;
        }
        LOG.warnf("Topic %s has vanished", name);
        partitions = 0;
        lost.clear();
        return Assignment.vanished(topic);
    }

    /**
     * The topic has been found.
     *
     * @param sinceMs from when on a topic is read that was there before the gateway
     * @return what is to be done, or null
     */
    @Nullable
    Assignment present(TopicDescription found, StartOffsets offsets, long sinceMs, long nowMs)
            throws ExecutionException, InterruptedException {
        boolean cameIntoBeing =
                absences >= LOOKS || (id != null && !found.topicId().equals(id));
        Assignment assignment = null;
        if (partitions == 0 || !found.topicId().equals(id)) {
            assignment = begin(found, offsets, cameIntoBeing ? Long.MIN_VALUE : sinceMs);
        } else if (found.partitions().size() > partitions) {
            assignment = extend(found, offsets);
        } else {
            lost.keySet().removeIf(partition -> !partition.topicId().equals(id));
            assignment = lost.isEmpty() ? null : reposition(found, offsets, sinceMs, nowMs);
        }
        absences = 0;
        return assignment;
    }

    private Assignment begin(TopicDescription found, StartOffsets offsets, long sinceMs)
            throws ExecutionException, InterruptedException {
        List<Integer> led = ledPartitions(found, 0);
        List<PartitionStart> starts =
                sinceMs == Long.MIN_VALUE ? offsets.earliest(name, led) : offsets.since(name, led, sinceMs);
        boolean knownBefore = partitions > 0 || found.topicId().equals(id);
        lost.clear();
        known(found, led, 0);
        return assignment(knownBefore ? Change.ANEW : Change.FOUND, found, starts, sinceMs);
    }

    private Assignment extend(TopicDescription found, StartOffsets offsets)
            throws ExecutionException, InterruptedException {
        int from = partitions;
        List<Integer> led = ledPartitions(found, from);
        List<PartitionStart> starts = offsets.earliest(name, led);
        known(found, led, from);
        return assignment(Change.EXTENDED, found, starts, Long.MIN_VALUE);
    }

    private @Nullable Assignment reposition(TopicDescription found, StartOffsets offsets, long sinceMs, long nowMs)
            throws ExecutionException, InterruptedException {
        Map<Integer, Long> wanted = new HashMap<>();
        lost.forEach((partition, position) -> {
            if (partition.topicId().equals(found.topicId())) {
                wanted.put(partition.partition(), position);
            }
        });
        List<Integer> led = ledPartitions(found, 0);
        List<Integer> unread = led.stream()
                .filter(partition -> wanted.getOrDefault(partition, 0L) == NEVER_READ)
                .toList();
        Map<Integer, Long> positions = new ConcurrentHashMap<>(wanted);
        positions.keySet().retainAll(led);
        positions.keySet().removeAll(unread);
        List<PartitionStart> starts = new ArrayList<>(offsets.nearest(name, positions));
        starts.addAll(offsets.since(name, unread, sinceMs));
        starts.forEach(
                start -> lost.remove(new Lost(found.topicId(), start.partition()), wanted.get(start.partition())));
        return starts.isEmpty() ? null : assignment(Change.REPOSITIONED, found, starts, nowMs);
    }

    private void known(TopicDescription found, List<Integer> led, int from) {
        id = found.topicId();
        partitions = found.partitions().size();
        IntStream.range(from, partitions)
                .filter(partition -> !led.contains(partition))
                .forEach(partition -> lose(found.topicId(), partition, NEVER_READ));
    }

    private Assignment assignment(Change change, TopicDescription found, List<PartitionStart> starts, long sinceMs) {
        LOG.infof("Reading %s, %s: %d of %d partitions", name, change.words(), starts.size(), partitions);
        LOG.debugf("Reading %s from %s", name, starts);
        return new Assignment(change, topic, found.topicId(), partitions, starts, sinceMs);
    }

    private static List<Integer> ledPartitions(TopicDescription found, int from) {
        return IntStream.range(from, found.partitions().size())
                .filter(partition -> hasLeader(found, partition))
                .boxed()
                .toList();
    }

    static boolean hasLeader(TopicDescription found, int partition) {
        var leader = found.partitions().get(partition).leader();
        return leader != null && !leader.isEmpty();
    }
}
