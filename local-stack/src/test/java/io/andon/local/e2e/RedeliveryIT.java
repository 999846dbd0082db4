package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.andon.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class RedeliveryIT {

    private static final Duration CEILING = Duration.ofSeconds(60);

    private final RunningStack stack;

    RedeliveryIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void showsARecordThatIsProducedAgainOnTheDashboardsAndCountsItOnce() {
        // Given: a figure that contains the batch.
        Workshop workshop = stack.newTenant().workshop();
        workshop.bake(10).expect(201);
        Api planner = workshop.tenant().as("planner");
        await().atMost(CEILING).untilAsserted(() -> assertThat(usage(planner)).isEqualByComparingTo("5"));

        try (EventStream dashboard = workshop.tenant().subscribe()) {
            // When: every record of the tenant is produced again, on other partitions than its own.
            KafkaTool kafka = new KafkaTool(stack.bootstrapServers());
            List<ProducerRecord<byte[], byte[]>> movements =
                    copies(kafka, Topics.INVENTORY_MOVEMENTS, workshop.tenant());
            List<ProducerRecord<byte[], byte[]>> events = copies(kafka, Topics.WORKORDER_EVENTS, workshop.tenant());
            kafka.send(movements);
            kafka.send(events);

            // Then
            dashboard.await("production:changed", frame -> frame.event().equals("production:changed"));
            workshop.bake(2).expect(201);
            await().atMost(CEILING)
                    .untilAsserted(() -> assertThat(usage(planner)).isEqualByComparingTo("6"));
            assertThat(workshop.quantityCompleted()).isEqualTo(12);
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> copies(KafkaTool kafka, String topic, Tenant tenant) {
        List<ConsumerRecord<byte[], byte[]>> records = kafka.readAll(topic).stream()
                .filter(record ->
                        record.key() != null && new String(record.key(), StandardCharsets.UTF_8).equals(tenant.id()))
                .toList();
        assertThat(records).as(topic).isNotEmpty();
        int other = records.get(0).partition() == 0 ? 1 : 0;
        return records.stream()
                .map(record -> new ProducerRecord<>(
                        topic, other, record.timestamp(), record.key(), record.value(), record.headers()))
                .toList();
    }

    /** Triggers a run and adds up what it says was used. */
    private static java.math.BigDecimal usage(Api planner) {
        Answer trigger = planner.post("/metrics/job/trigger", "{}").expect(202);
        String run = trigger.text("runId");
        await().atMost(CEILING).until(() -> "published"
                .equals(planner.get("/metrics/runs/" + run).expect(200).text("status")));
        java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
        for (JsonNode row :
                planner.get("/metrics/abc-classification?runId=" + run).json().path("data")) {
            sum = sum.add(row.path("totalValue").decimalValue());
        }
        return sum;
    }
}
