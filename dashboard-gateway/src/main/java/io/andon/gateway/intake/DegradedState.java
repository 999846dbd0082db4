package io.andon.gateway.intake;

import io.andon.events.Topics;
import io.andon.gateway.fanout.SystemFrame;
import io.andon.gateway.fanout.SystemFrames;
import io.andon.gateway.fanout.TenantHubs;
import io.andon.gateway.position.StreamPosition;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * Whether Kafka can be reached, and every partition read. While not, dashboards show what they have and the streams stay
 * open; every change of the state is said once in each stream that it concerns, and once in the log.
 *
 * <p>The watch's thread alone changes it; any thread reads it.
 */
@Singleton
public final class DegradedState {

    private static final Logger LOG = Logger.getLogger(DegradedState.class);

    private final TenantHubs hubs;
    private final SystemFrames systemFrames;
    private volatile State state = new State(false, Set.of());

    /** @param withoutLeader partitions that nobody can read or write at the moment */
    private record State(boolean unreachable, Set<TopicPartition> withoutLeader) {

        /** Why the tenant with that position gets its events late; empty if it does not. */
        String reason(StreamPosition present) {
            if (unreachable) {
                return "kafka-unreachable";
            }
            boolean waits = IntStream.range(0, Topics.DASHBOARD.size())
                    .filter(present::has)
                    .mapToObj(topic -> new TopicPartition(Topics.DASHBOARD.get(topic), present.partition(topic)))
                    .anyMatch(withoutLeader::contains);
            return waits ? "partition-unavailable" : "";
        }
    }

    @Inject
    DegradedState(TenantHubs hubs, SystemFrames systemFrames) {
        this.hubs = hubs;
        this.systemFrames = systemFrames;
    }

    /** The cluster does not answer; of its partitions, nothing newer is known. */
    void unreachable() {
        if (!state.unreachable) {
            LOG.warn("Kafka cannot be reached: events are late until it can");
            change(new State(true, state.withoutLeader));
        }
    }

    void reachable(Set<TopicPartition> withoutLeader) {
        if (state.unreachable) {
            LOG.info("Kafka can be reached again");
        }
        if (!state.withoutLeader.equals(withoutLeader)) {
            LOG.logf(
                    withoutLeader.isEmpty() ? Level.INFO : Level.WARN,
                    "Partitions without a leader: %s",
                    withoutLeader);
        }
        if (state.unreachable || !state.withoutLeader.equals(withoutLeader)) {
            change(new State(false, Set.copyOf(withoutLeader)));
        }
    }

    /**
     * Newcomers read the state when their stream begins: it is changed before the others are told. A stream whose events
     * are late for another reason than before is told nothing: it makes no difference to it.
     */
    private void change(State next) {
        State before = state;
        state = next;
        hubs.tellAll(present -> notice(before.reason(present), next.reason(present)));
    }

    public boolean isDegraded() {
        return state.unreachable;
    }

    /** Whether what is in the partition can be read. */
    boolean canRead(TopicPartition partition) {
        State current = state;
        return !current.unreachable && !current.withoutLeader.contains(partition);
    }

    /** Why the tenant that is there gets its events late at the moment; empty if it does not. */
    public String reason(StreamPosition present) {
        return state.reason(present);
    }

    /** What a stream has to be told whose events were late for the one reason and are for the other, if anything. */
    public Optional<SystemFrame> notice(String was, String is) {
        return was.isEmpty() == is.isEmpty()
                ? Optional.empty()
                : Optional.of(systemFrames.degraded(was.isEmpty(), is + was));
    }
}
