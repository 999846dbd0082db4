package io.andon.gateway.position;

import io.andon.events.Topics;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in one tenant's stream: for each topic of {@link Topics#DASHBOARD} that exists, the tenant's partition and
 * the offset of the last record that lies behind. Its text is the {@code id} of a server-sent event, for instance
 * {@code workorder.events/7@1042,metrics.events/7@88}, which an operator can read, and give to kcat.
 *
 * <p>Immutable. It gives no right: the tenant comes from the token, a position only says how much of its stream a
 * client has seen.
 */
public final class StreamPosition {

    /** The offset before the first record of a partition. */
    public static final long START = -1;

    private static final int ABSENT = -1;
    private static final int MAX_LENGTH = 512;
    private static final Pattern PART = Pattern.compile("([a-z.]{1,64})/(\\d{1,6})@(-1|\\d{1,18})");

    private final int[] partitions;
    private final long[] offsets;

    private StreamPosition(int[] partitions, long[] offsets) {
        this.partitions = partitions;
        this.offsets = offsets;
    }

    /**
     * A position from its parts, both in the order of {@link Topics#DASHBOARD}.
     *
     * @param partitions negative where the topic does not exist
     */
    public static StreamPosition of(int[] partitions, long[] offsets) {
        return new StreamPosition(partitions.clone(), offsets.clone());
    }

    /** Reads a position's text, or empty if it is not one. */
    public static Optional<StreamPosition> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int[] partitions = new int[Topics.DASHBOARD.size()];
        Arrays.fill(partitions, ABSENT);
        long[] offsets = new long[partitions.length];
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            int topic = matcher.matches() ? Topics.DASHBOARD.indexOf(matcher.group(1)) : ABSENT;
            if (topic == ABSENT || partitions[topic] != ABSENT) {
                return Optional.empty();
            }
            partitions[topic] = Integer.parseInt(matcher.group(2));
            offsets[topic] = Long.parseLong(matcher.group(3));
        }
        return Optional.of(new StreamPosition(partitions, offsets));
    }

    public boolean has(int topic) {
        return partitions[topic] >= 0;
    }

    public int partition(int topic) {
        return partitions[topic];
    }

    /** The offset in {@code topic}, {@link #START} where the position does not name it. */
    public long offset(int topic) {
        return has(topic) ? offsets[topic] : START;
    }

    public StreamPosition with(int topic, long offset) {
        long[] moved = offsets.clone();
        moved[topic] = offset;
        return new StreamPosition(partitions, moved);
    }

    /** This position, moved on in each topic to where {@code other} is ahead of it in the same partition. */
    public StreamPosition max(StreamPosition other) {
        long[] moved = offsets.clone();
        for (int topic = 0; topic < moved.length; topic++) {
            if (partitions[topic] == other.partitions[topic]) {
                moved[topic] = Math.max(moved[topic], other.offsets[topic]);
            }
        }
        return new StreamPosition(partitions, moved);
    }

    /** Whether this position is behind {@code other} in no topic. */
    public boolean reaches(StreamPosition other) {
        for (int topic = 0; topic < partitions.length; topic++) {
            if (offset(topic) < other.offset(topic)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamPosition that
                && Arrays.equals(partitions, that.partitions)
                && Arrays.equals(offsets, that.offsets);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(partitions) + Arrays.hashCode(offsets);
    }

    /** The position as text; empty when no topic exists yet. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(64);
        for (int topic = 0; topic < partitions.length; topic++) {
            if (has(topic)) {
                text.append(text.isEmpty() ? "" : ",")
                        .append(Topics.DASHBOARD.get(topic))
                        .append('/')
                        .append(partitions[topic])
                        .append('@')
                        .append(offsets[topic]);
            }
        }
        return text.toString();
    }
}
