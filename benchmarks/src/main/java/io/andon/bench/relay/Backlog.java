package io.andon.bench.relay;

import io.andon.bench.process.Wait;
import io.andon.bench.server.Postgres;
import io.andon.bench.server.WorkorderServer;
import io.andon.events.CloudEvent;
import io.andon.events.CloudEventHeaders;
import io.andon.events.TenantId;
import io.andon.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The same records twice: as rows of the outbox, and as what the relay makes of them.
 *
 * @param count how many
 */
public record Backlog(int count) {

    private static final String SOURCE = "/workorder-service";
    private static final String TYPE = "inventory.work_order.batch.posted";
    private static final int TENANTS = 50;
    private static final int HELD = 50_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** As long as that of a batch with four lines. */
    private static final String DATA = "{\"workOrderId\":\"01a20f46-a923-70d4-bc88-ffb04a76764b\",\"issueMovementId\":"
            + "\"01a20f46-d14e-7b73-bdb0-f3878032879f\",\"receiveMovementId\":\"01a20f46-d14e-7b73-bdb0-f387803287a0\","
            + "\"itemIds\":[\"01a20f46-9c55-7ff9-bcce-cc9265fb63ba\",\"01a20f46-9d06-750b-ac0c-82488ed88647\","
            + "\"01a20f46-9f8b-75d6-ac6a-9df614b47b41\",\"01a20f46-9b28-7fa8-8e38-2907101b7dea\"],"
            + "\"locationIds\":[\"01a20f46-9805-7690-a871-83f0f0d3c88e\"]}";

    /** Puts the rows into the outbox in one transaction. */
    public void store(Postgres postgres) {
        postgres.execute(
                WorkorderServer.DATABASE,
                """
                insert into outbox (event_id, tenant_id, topic, key, type, subject, recorded_at, data)
                select gen_random_uuid(), 't-' || n %% %d, '%s', 't-' || n %% %d, '%s',
                       'work-order/' || gen_random_uuid(), now(), convert_to('%s', 'UTF8')
                from generate_series(1, %d) as numbers (n)
                """
                        .formatted(TENANTS, Topics.WORKORDER_EVENTS, TENANTS, TYPE, DATA, count));
    }

    /** Waits until the service has sent them all. */
    public static void awaitEmpty(Postgres postgres) {
        Wait.atMost(
                PATIENCE,
                "the outbox is empty",
                () -> postgres.number(WorkorderServer.DATABASE, "select count(*) from (select from outbox limit 1) o")
                        == 0);
    }

    /** As many of them as a heap holds easily: sent again and again they are as many as one likes. */
    List<ProducerRecord<String, byte[]>> records() {
        Instant now = Instant.now();
        byte[] data = DATA.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, Math.min(count, HELD))
                .mapToObj(i -> record(new CloudEvent(
                        UUID.randomUUID(),
                        new TenantId("t-" + i % TENANTS),
                        TYPE,
                        SOURCE,
                        "work-order/" + UUID.randomUUID(),
                        now,
                        data)))
                .toList();
    }

    private static ProducerRecord<String, byte[]> record(CloudEvent event) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(
                Topics.WORKORDER_EVENTS,
                null,
                event.time().toEpochMilli(),
                event.tenant().value(),
                event.data());
        CloudEventHeaders.of(event).forEach(sent.headers()::add);
        return sent;
    }
}
