package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class PoisonIT {

    /**
     * The broker limits what it is sent to a megabyte, but compressed: five of nothing are small. One partition of a
     * topic has them: a consumer's limits count compressed bytes too, and twelve at once would fill a small heap.
     */
    private static final byte[] FIVE_MEGABYTES = new byte[5_000_000];

    private static final int PARTITIONS = 12;

    private final RunningStack stack;

    PoisonIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void letsTheNextGoodRecordThroughOnEveryTopic() {
        // Given
        Workshop workshop = stack.newTenant().workshop();
        KafkaTool kafka = new KafkaTool(stack.bootstrapServers());
        try (EventStream dashboard = workshop.tenant().subscribe()) {

            // When: poison on every partition of every topic.
            for (String topic : List.of(
                    Topics.WORKORDER_EVENTS,
                    Topics.METRICS_EVENTS,
                    Topics.INVENTORY_MOVEMENTS,
                    Topics.INVENTORY_MASTERDATA)) {
                kafka.send(poison(topic, workshop.tenant()));
            }

            // Then
            workshop.bake(3).expect(201);
            dashboard.await("production:changed", frame -> frame.event().equals("production:changed"));
            assertThat(dashboard.events())
                    .extracting(frame -> frame.content().path("workOrderId").asText())
                    .containsOnly(workshop.order());
            Api planner = workshop.tenant().as("planner");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                planner.post("/metrics/job/trigger", "{}").expect(202);
                assertThat(planner.get("/metrics/abc-classification")
                                .expect(200)
                                .body())
                        .contains(workshop.flour())
                        .contains("100");
            });
            Stream.of(RunningStack.WORKORDER, RunningStack.METRICS, RunningStack.GATEWAY)
                    .forEach(stack::requireAlive);
        }
    }

    /** A record without a key is poison too, but on the compacted topic Kafka itself refuses it. */
    private static List<ProducerRecord<byte[], byte[]>> poison(String topic, Tenant tenant) {
        byte[] key = tenant.id().getBytes(StandardCharsets.UTF_8);
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        Stream<ProducerRecord<byte[], byte[]>> everywhere = IntStream.range(0, PARTITIONS)
                .boxed()
                .flatMap(partition -> Stream.of(
                        new ProducerRecord<>(topic, partition, key, json),
                        new ProducerRecord<>(
                                topic, partition, topic.equals(Topics.INVENTORY_MASTERDATA) ? key : null, (byte[])
                                        null),
                        withHeaders(
                                new ProducerRecord<>(topic, partition, key, "}{".getBytes(StandardCharsets.UTF_8)),
                                tenant.id()),
                        withHeaders(new ProducerRecord<>(topic, partition, key, json), "somebody-else")));
        return Stream.concat(everywhere, Stream.of(new ProducerRecord<>(topic, 0, key, FIVE_MEGABYTES)))
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> withHeaders(ProducerRecord<byte[], byte[]> record, String tenant) {
        Stream.of(
                        "ce_specversion=1.0",
                        "ce_id=0197a0c4-0000-7000-8000-000000000000",
                        "ce_type=production:changed",
                        "ce_source=/nobody",
                        "ce_time=2026-01-05T08:00:00Z",
                        "ce_subject=work-order/0",
                        "ce_tenantid=" + tenant,
                        "content-type=application/json")
                .map(header -> header.split("=", 2))
                .forEach(header ->
                        record.headers().add(new RecordHeader(header[0], header[1].getBytes(StandardCharsets.UTF_8))));
        return record;
    }
}
