package io.andon.metrics.run;

import io.andon.events.Topics;
import io.andon.metrics.TestTenant;
import io.andon.metrics.TopicClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** What the service has announced about a tenant. */
final class MetricsEvents {

    private static final Duration CEILING = Duration.ofSeconds(60);

    private final TopicClient topics;
    private final byte[] key;

    MetricsEvents(TopicClient topics, TestTenant tenant) {
        this.topics = topics;
        this.key = tenant.id.value().getBytes(StandardCharsets.UTF_8);
    }

    /** The payloads, in order, once there are {@code count} of them. */
    List<String> await(int count) {
        Awaitility.await().atMost(CEILING).until(() -> payloads().size() >= count);
        return payloads();
    }

    private List<String> payloads() {
        return topics.read(Topics.METRICS_EVENTS).stream()
                .filter(event -> Arrays.equals(event.key(), key))
                .map(ConsumerRecord::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .toList();
    }
}
