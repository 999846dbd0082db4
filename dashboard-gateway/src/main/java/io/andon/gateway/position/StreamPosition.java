package io.andon.gateway.position;

import io.andon.events.Topics;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in one tenant's stream: for each topic of {@link Topics#DASHBOARD} that exists, the tenant's partition and
 * the offset of the last record that lies behind. Its text is the {@code id} of a server-sent event, for instance
 * {@code workorder.events/7@1042~X3fa,metrics.events/7@88~Qk1b}, which an operator can read, and give to kcat.
 *
 * <p>What follows the tilde are the first characters of the topic's id, as {@code kafka-topics.sh --describe} prints it:
 * a topic that is deleted and created again has the same name, offsets that mean something else, and another id. A
 * position that somebody typed need not have it.
 *
 * <p>Immutable. It gives no right: the tenant comes from the token, a position only says how much of its stream a
 * client has seen.
 */
public final class StreamPosition {

    /** The offset before the first record of a partition. */
    public static final long START = -1;

    private static final int ABSENT = -1;
    private static final int MAX_LENGTH = 512;
    private static final Pattern PART =
            Pattern.compile("([a-z.]{1,64})/(\\d{1,6})@(-1|\\d{1,18})(?:~([A-Za-z0-9_-]{1,22}))?");

    private final int[] partitions;
    private final String[] marks;
    private final long[] offsets;

    private StreamPosition(int[] partitions, String[] marks, long[] offsets) {
        this.partitions = partitions;
        this.marks = marks;
        this.offsets = offsets;
    }

    /**
     * A position from its parts, all in the order of {@link Topics#DASHBOARD}.
     *
     * @param partitions negative where the topic does not exist
     * @param marks what tells the topic from another of its name, empty if that is not known
     */
    public static StreamPosition of(int[] partitions, String[] marks, long[] offsets) {
        return new StreamPosition(partitions.clone(), marks.clone(), offsets.clone());
    }

    /** Reads a position's text, or empty if it is not one. */
    public static Optional<StreamPosition> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int[] partitions = new int[Topics.DASHBOARD.size()];
        Arrays.fill(partitions, ABSENT);
        String[] marks = new String[partitions.length];
        Arrays.fill(marks, "");
        long[] offsets = new long[partitions.length];
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            int topic = matcher.matches() ? Topics.DASHBOARD.indexOf(matcher.group(1)) : ABSENT;
            if (topic == ABSENT || partitions[topic] != ABSENT) {
                return Optional.empty();
            }
            partitions[topic] = Integer.parseInt(matcher.group(2));
            offsets[topic] = Long.parseLong(matcher.group(3));
            marks[topic] = matcher.group(4) == null ? "" : matcher.group(4);
        }
        return Optional.of(new StreamPosition(partitions, marks, offsets));
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

    /** Whether both name the topic and certainly not the same one: it was deleted and created again in between. */
    public boolean isOfAnotherTopic(int topic, StreamPosition other) {
        return has(topic)
                && other.has(topic)
                && !marks[topic].isEmpty()
                && !other.marks[topic].isEmpty()
                && !marks[topic].equals(other.marks[topic]);
    }

    public StreamPosition with(int topic, long offset) {
        long[] moved = offsets.clone();
        moved[topic] = offset;
        return new StreamPosition(partitions, marks, moved);
    }

    /** This position, moved on in each topic to where {@code other} is ahead of it in the same partition. */
    public StreamPosition max(StreamPosition other) {
        long[] moved = offsets.clone();
        for (int topic = 0; topic < moved.length; topic++) {
            if (partitions[topic] == other.partitions[topic] && !isOfAnotherTopic(topic, other)) {
                moved[topic] = Math.max(moved[topic], other.offsets[topic]);
            }
        }
        return new StreamPosition(partitions, marks, moved);
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
                && Arrays.equals(marks, that.marks)
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
                        .append(offsets[topic])
                        .append(marks[topic].isEmpty() ? "" : "~")
                        .append(marks[topic]);
            }
        }
        return text.toString();
    }
}
