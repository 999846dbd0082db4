package io.andon.gateway.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A partition with its committed offset, an operator, and instances of the gateway, whose steps the test orders. */
final class Partition {

    static final Duration REST = Duration.ofSeconds(30);

    private final List<Gateway> gateways = new ArrayList<>();
    long start;
    long end = 100;
    long nowMs = 1_000_000;

    @Nullable
    Standing committed;

    /** One gateway: what it has decided to commit may arrive later, or never. */
    final class Gateway {
        final PartitionReplay replay = new PartitionReplay(Integer.toHexString(gateways.size() + 1), REST);
        final List<Long> shown = new ArrayList<>();
        final List<Long> shownEver = new ArrayList<>();
        private @Nullable Wish showing;
        private Optional<Standing> answer = Optional.empty();

        /** Reads and decides. */
        void look() {
            nowMs++;
            Range range = replay.needsRange(committed, nowMs) ? new Range(start, end) : null;
            answer = replay.look(committed, range, nowMs);
        }

        /** What was decided reaches the cluster. */
        void commit() {
            answer.ifPresent(standing -> committed = standing);
            answer = Optional.empty();
        }

        void check() {
            look();
            commit();
        }

        /** Shows up to so many records; what it has shown of an earlier wish is forgotten. */
        void show(long most) {
            Wish wish = replay.wish();
            if (wish != null && (showing == null || !showing.is(wish))) {
                if (showing == null || showing.from() != wish.from() || replay.next() == wish.from()) {
                    shown.clear();
                }
                showing = wish;
            }
            for (long i = 0; i < most && replay.isRunning(); i++) {
                shown.add(replay.next());
                shownEver.add(replay.next());
                replay.advance(replay.next() + 1);
            }
        }
    }

    Gateway gateway() {
        Gateway gateway = new Gateway();
        gateways.add(gateway);
        return gateway;
    }

    /** Every instance checks, and once more what the others have committed meanwhile. */
    void settle() {
        gateways.forEach(Gateway::check);
        gateways.forEach(Gateway::check);
    }

    /** From {@code from} up to but without {@code to}. */
    static List<Long> offsets(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    /** What {@code kafka-consumer-groups.sh --reset-offsets} does. */
    void wish(long offset) {
        committed = new Standing(offset, null);
    }

    long lag() {
        return end - (committed == null ? 0 : committed.offset());
    }

    void pass(Duration time) {
        nowMs += time.toMillis();
    }
}
