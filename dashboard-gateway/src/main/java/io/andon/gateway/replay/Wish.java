package io.andon.gateway.replay;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operator's wish to show a partition's records again, as an instance that has seen it wrote it into the metadata of
 * the committed offset. An offset that Kafka's tools commit has none.
 *
 * @param seenAt when it was seen, in milliseconds since the epoch, and later than any wish that was known then
 * @param seenBy tells two instances apart that have seen it in the same millisecond
 * @param from the first offset to show
 * @param to the end of the partition when the wish was seen; what came later was shown live
 */
record Wish(long seenAt, String seenBy, long from, long to) {

    private static final Pattern METADATA =
            Pattern.compile("andon-replay wish=(\\d{1,18})-([0-9a-f]{1,8}) from=(\\d{1,18}) to=(\\d{1,18})");

    /** Reads what {@link #metadata} wrote; empty for anything else. */
    static Optional<Wish> parse(String metadata) {
        Matcher matcher = METADATA.matcher(metadata);
        return matcher.matches()
                ? Optional.of(new Wish(
                        Long.parseLong(matcher.group(1)),
                        matcher.group(2),
                        Long.parseLong(matcher.group(3)),
                        Long.parseLong(matcher.group(4))))
                : Optional.empty();
    }

    String metadata() {
        return "andon-replay wish=" + seenAt + "-" + seenBy + " from=" + from + " to=" + to;
    }

    boolean isNewerThan(Wish other) {
        return seenAt > other.seenAt || (seenAt == other.seenAt && seenBy.compareTo(other.seenBy) > 0);
    }

    boolean is(Wish other) {
        return seenAt == other.seenAt && seenBy.equals(other.seenBy);
    }
}
