package io.andon.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.andon.events.Topics;
import io.andon.kit.Backends;
import io.andon.kit.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OutboxPublisherIT {

    private final String outbox = "outbox-" + Ids.next();
    private final UUID aggregate = Ids.next();

    @RegisterExtension
    final PublishedEvents published = new PublishedEvents();

    @Test
    void batchesFollowEachOther() throws Exception {
        try (OutboxPublisher publisher = connect()) {
            for (int i = 0; i < 40; i++) {
                publisher.send(List.of(row(i)));
                publisher.commit();
            }
        }

        assertThat(published.await(aggregate, 40))
                .extracting(ConsumerRecord::value)
                .containsExactlyElementsOf(
                        IntStream.range(0, 40).mapToObj(Integer::toString).toList());
    }

    /** Whichever of its producers has its turn. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void nothingCountsThatAFormerOneHadNotCommitted(int batches) throws Exception {
        try (OutboxPublisher former = connect()) {
            for (int i = 1; i < batches; i++) {
                former.send(List.of(row(i)));
                former.commit();
            }
            former.send(List.of(row(-1)));

            try (OutboxPublisher successor = connect()) {
                assertThatThrownBy(former::commit).isInstanceOf(KafkaException.class);
                successor.send(List.of(row(batches)));
                successor.commit();
            }
        }

        assertThat(published.await(aggregate, batches))
                .extracting(ConsumerRecord::value)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, batches)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void aFormerOneSendsNothingMore() throws Exception {
        try (OutboxPublisher former = connect();
                OutboxPublisher successor = connect()) {
            for (int turn = 0; turn < 2; turn++) {
                assertThatThrownBy(() -> former.send(List.of(row(-1)))).isInstanceOf(KafkaException.class);
            }
            successor.send(List.of(row(1)));
            successor.commit();
        }

        assertThat(published.await(aggregate, 1))
                .extracting(ConsumerRecord::value)
                .containsExactly("1");
    }

    /** It goes ahead alone, for it is longer than what the producer gathers: its refusal comes between two later sends. */
    @Test
    void refusesABatchWhoseFirstRecordTheBrokerRefusesWhileTheOthersAreStillBeingSent() throws Exception {
        // Given
        String narrow = narrowTopic(150_000);
        byte[] incompressible = new byte[200_000];
        new Random(1).nextBytes(incompressible);
        List<OutboxRow> others = IntStream.range(0, 10_000)
                .mapToObj(i -> row(narrow, Integer.toString(i).getBytes(StandardCharsets.UTF_8)))
                .toList();
        List<OutboxRow> rows = new ArrayList<>(List.of(row(narrow, incompressible)));
        rows.addAll(others);

        try (OutboxPublisher publisher = connect()) {
            // When
            assertThatThrownBy(() -> publisher.send(rows))
                    .isInstanceOf(RefusedRecord.class)
                    .hasMessageStartingWith("RecordTooLargeException: ");

            // Then
            publisher.send(others);
            publisher.commit();
        }
    }

    private static String narrowTopic(int longestBatch) throws Exception {
        NewTopic topic = new NewTopic("narrow-" + Ids.next(), 1, (short) 1)
                .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(longestBatch)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", PublishedEvents.bootstrapServers()))) {
            admin.createTopics(List.of(topic)).all().get();
        }
        return topic.name();
    }

    private OutboxPublisher connect() {
        return OutboxPublisher.connect(PublishedEvents.bootstrapServers(), outbox, "/andon/test");
    }

    private OutboxRow row(int data) {
        return row(Topics.WORKORDER_EVENTS, Integer.toString(data).getBytes(StandardCharsets.UTF_8));
    }

    private OutboxRow row(String topic, byte[] data) {
        return new OutboxRow(
                1, Ids.next(), "t", topic, "t", "note:changed", "notes/" + aggregate, Instant.now(), data, false);
    }
}
