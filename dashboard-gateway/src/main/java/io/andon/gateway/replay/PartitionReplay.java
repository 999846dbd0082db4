package io.andon.gateway.replay;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one instance knows of the wishes for one partition, and what it does about what it finds committed there. Decides
 * only: asks and commits nothing itself. Touched by one thread.
 *
 * <p>The problem: a committed offset is all that the instances share; each of them reads and writes it, and so does the
 * operator; and Kafka has no way to write only if nothing has changed since. The rules:
 *
 * <ul>
 *   <li>An offset without a wish beside it is the operator's. Whoever sees it writes one beside it, with the time.
 *   <li>Every instance carries out every newer wish from its beginning, however late it sees it; one that has just
 *       started goes on where the group stands. So an instance may be slow, and a restart repeats nothing.
 *   <li>If two have seen the same wish and written, the newer stays, and neither begins again, however late the other's
 *       arrives: it was seen before this instance found its own answer standing.
 *   <li>What is older than the wish that is known was decided on before it and arrived late: it is written over.
 * </ul>
 */
final class PartitionReplay {

    private static final long NOT_YET = Long.MAX_VALUE;

    private final String instance;
    private final long restMs;
    private @Nullable Wish wish;
    private long next;
    /** When the known wish was first found committed. */
    private long foundAtMs = NOT_YET;

    private long claimedOffset;
    private long standsAt = -1;
    private long standsSinceMs;

    /**
     * @param instance up to eight hexadecimal digits that no other instance has
     * @param rest how long the group stands still before it follows the end
     */
    PartitionReplay(String instance, Duration rest) {
        this.instance = instance;
        this.restMs = rest.toMillis();
    }

    /** Whether {@link #look} must be told which offsets the partition has. */
    boolean needsRange(@Nullable Standing committed, long nowMs) {
        if (committed == null || committed.wish() == null) {
            return true;
        }
        Wish found = committed.wish();
        return wish != null
                && found.is(wish)
                && !isRunning()
                && (committed.offset() < found.to() || hasRested(committed, nowMs));
    }

    /**
     * Takes in what is committed.
     *
     * @param committed null if there is nothing
     * @param range null if {@link #needsRange} says that it is not needed
     * @return what to commit, if anything
     */
    Optional<Standing> look(@Nullable Standing committed, @Nullable Range range, long nowMs) {
        if (range == null && needsRange(committed, nowMs)) {
            return Optional.empty();
        }
        boolean rested = committed != null && hasRested(committed, nowMs);
        observe(committed, nowMs);
        if (committed != null && committed.wish() != null) {
            return answer(committed.wish(), committed.offset(), range, rested, nowMs);
        }
        if (range == null) {
            return Optional.empty();
        }
        return Optional.of(committed == null ? settle(range.end(), nowMs) : claim(committed.offset(), range, nowMs));
    }

    private void observe(@Nullable Standing committed, long nowMs) {
        long offset = committed == null ? -1 : committed.offset();
        if (offset != standsAt) {
            standsAt = offset;
            standsSinceMs = nowMs;
        }
    }

    private boolean hasRested(Standing committed, long nowMs) {
        return committed.offset() == standsAt && nowMs - standsSinceMs >= restMs;
    }

    /** Nothing is wished for: the group stands at the end, from where an operator can count back. */
    private Standing settle(long end, long nowMs) {
        Wish nothing = newest(end, end, nowMs);
        begin(nothing, end);
        return new Standing(end, nothing);
    }

    /** The same offset again, before the answer to it was seen, means that the answer did not arrive. */
    private Standing claim(long offset, Range range, long nowMs) {
        Wish known = wish;
        if (known != null && foundAtMs == NOT_YET && claimedOffset == offset) {
            return new Standing(next, known);
        }
        Wish claimed = newest(range.clamp(offset), range.end(), nowMs);
        begin(claimed, claimed.from());
        claimedOffset = offset;
        return new Standing(next, claimed);
    }

    private Wish newest(long from, long to, long nowMs) {
        return new Wish(wish == null ? nowMs : Math.max(nowMs, wish.seenAt() + 1), instance, from, to);
    }

    private Optional<Standing> answer(Wish found, long offset, @Nullable Range range, boolean rested, long nowMs) {
        Wish known = wish;
        if (known == null) {
            begin(found, Math.max(found.from(), Math.min(offset, found.to())));
        } else if (known.isNewerThan(found)) {
            return Optional.of(new Standing(next, known));
        } else if (found.isNewerThan(known)) {
            boolean isTheSame = found.from() == known.from() && found.seenAt() <= foundAtMs;
            begin(found, isTheSame ? Math.min(next, found.to()) : found.from());
        } else {
            foundAtMs = Math.min(foundAtMs, nowMs);
        }
        return progress(found, offset, range, rested, nowMs);
    }

    private Optional<Standing> progress(Wish own, long offset, @Nullable Range range, boolean rested, long nowMs) {
        if (isRunning()) {
            return next > offset ? Optional.of(new Standing(next, own)) : Optional.empty();
        }
        if (range == null || (offset >= own.to() && !rested) || range.end() == offset) {
            return Optional.empty();
        }
        // A partition that ends before the place where the group stands has lost records, or began anew.
        return Optional.of(range.end() < offset ? settle(range.end(), nowMs) : new Standing(range.end(), own));
    }

    private void begin(Wish begun, long start) {
        wish = begun;
        next = start;
        foundAtMs = NOT_YET;
        claimedOffset = -1;
    }

    /** Everything before {@code offset} has been shown. */
    void advance(long offset) {
        if (wish != null) {
            next = Math.max(next, Math.min(offset, wish.to()));
        }
    }

    /** Gives the wish up: the partition no longer has what it asks for. */
    void abandon(long end, long nowMs) {
        settle(end, nowMs);
    }

    boolean isRunning() {
        return wish != null && next < wish.to();
    }

    @Nullable
    Wish wish() {
        return wish;
    }

    /** The first offset that has not been shown. */
    long next() {
        return next;
    }
}
