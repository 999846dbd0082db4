package io.andon.kit.topics;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it is created where it is missing.
 *
 * @param settings the topic's own settings; all others are the broker's
 */
public record TopicSpec(String name, Map<String, String> settings) {

    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);
    private static final String FOR_EVER = "-1";

    public TopicSpec {
        settings = Map.copyOf(settings);
    }

    /** Records that are of use for a while: dashboards catch up from them, operators replay them. */
    public static TopicSpec events(String name, Duration retention) {
        return deleting(name, Long.toString(retention.toMillis()));
    }

    /** A ledger: readers are rebuilt from its first record. */
    public static TopicSpec keptForEver(String name) {
        return deleting(name, FOR_EVER);
    }

    /** The present state per key. */
    public static TopicSpec compacted(String name) {
        return new TopicSpec(name, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    /** Records that a consumer could not process, kept for thirty days. */
    public static TopicSpec deadLetters(String name) {
        return events(name, DEAD_LETTER_RETENTION);
    }

    private static TopicSpec deleting(String name, String retentionMs) {
        return new TopicSpec(
                name,
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        retentionMs));
    }
}
