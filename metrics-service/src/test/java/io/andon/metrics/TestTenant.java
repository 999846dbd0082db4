package io.andon.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.backends.Issuer;
import io.andon.events.CloudEvent;
import io.andon.events.CloudEventHeaders;
import io.andon.events.DomainEvent;
import io.andon.events.EventJson;
import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.events.MasterDataEvent.ItemUpserted;
import io.andon.events.MasterDataEvent.TenantSettingsChanged;
import io.andon.events.MovementType;
import io.andon.events.TenantId;
import io.andon.kit.Ids;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A tenant of its own for one test: what workorder-service would say about it, and what its people ask. */
public final class TestTenant {

    public static final String AS_OF = "2026-07-01T00:00:00Z";

    private static final Duration CEILING = Duration.ofSeconds(60);
    private static final AtomicLong MOVEMENT_SEQ = new AtomicLong();

    public final TenantId id = new TenantId("t-" + Ids.next());
    public final UUID location = Ids.next();
    private final Issuer issuer;
    private final TopicClient topics;

    public TestTenant(Issuer issuer, TopicClient topics) {
        this.issuer = issuer;
        this.topics = topics;
    }

    // What workorder-service says

    public UUID item(String sku, String standardCost) {
        UUID item = Ids.next();
        upsert(item, sku, standardCost, true);
        return item;
    }

    public void upsert(UUID item, String sku, String standardCost, boolean active) {
        BigDecimal cost = standardCost == null ? null : new BigDecimal(standardCost);
        publish(new ItemUpserted(item, sku, "Name of " + sku, "raw", "pcs", cost, "EUR", false, false, active));
    }

    public static ItemUpserted itemOf(UUID item, String sku) {
        return new ItemUpserted(item, sku, "Name of " + sku, "raw", "pcs", BigDecimal.ONE, "EUR", false, false, true);
    }

    public void settings(String zone, String a, String b) {
        publish(new TenantSettingsChanged(
                zone, "EUR", List.of(new BigDecimal(a), new BigDecimal(b)), 90, 180, List.of(30, 60, 90)));
    }

    public void settings(String zone, int slowDays, int deadDays, List<Integer> agingBuckets) {
        List<BigDecimal> abcThresholds = List.of(BigDecimal.valueOf(80), BigDecimal.valueOf(95));
        publish(new TenantSettingsChanged(zone, "EUR", abcThresholds, slowDays, deadDays, agingBuckets));
    }

    public UUID move(MovementType type, String occurredAt, UUID item, String qtyDelta, String unitCost) {
        return move(type, occurredAt, item, qtyDelta, unitCost, null);
    }

    public UUID move(MovementType type, String occurredAt, UUID item, String qtyDelta, String unitCost, UUID reverses) {
        UUID movement = Ids.next();
        publish(movement(movement, type, occurredAt, item, qtyDelta, unitCost, reverses));
        return movement;
    }

    public MovementPosted movement(
            UUID movement,
            MovementType type,
            String occurredAt,
            UUID item,
            String qtyDelta,
            String unitCost,
            UUID reverses) {
        BigDecimal cost = unitCost == null ? null : new BigDecimal(unitCost);
        Instant at = Instant.parse(occurredAt);
        return new MovementPosted(
                movement,
                MOVEMENT_SEQ.incrementAndGet(),
                type,
                at,
                at.plusSeconds(1),
                "test",
                null,
                reverses,
                List.of(new MovementLine(
                        1, item, location, null, null, new BigDecimal(qtyDelta), "pcs", cost, "EUR", null)));
    }

    /** A movement of several lines; those that {@link #line} makes. */
    public UUID post(MovementType type, String occurredAt, UUID reverses, MovementLine... lines) {
        UUID movement = Ids.next();
        Instant at = Instant.parse(occurredAt);
        publish(new MovementPosted(
                movement,
                MOVEMENT_SEQ.incrementAndGet(),
                type,
                at,
                at.plusSeconds(1),
                "test",
                null,
                reverses,
                List.of(lines)));
        return movement;
    }

    public static MovementLine line(int lineNo, UUID item, UUID location, String lotCode, String qtyDelta) {
        return line(lineNo, item, location, lotCode, null, qtyDelta);
    }

    public static MovementLine line(
            int lineNo, UUID item, UUID location, String lotCode, String lotReceivedAt, String qtyDelta) {
        Instant receivedAt = lotReceivedAt == null ? null : Instant.parse(lotReceivedAt);
        return new MovementLine(
                lineNo, item, location, lotCode, receivedAt, new BigDecimal(qtyDelta), "pcs", null, null, null);
    }

    public ProducerRecord<byte[], byte[]> publish(DomainEvent event) {
        ProducerRecord<byte[], byte[]> kafkaRecord = recordOf(event, Ids.next(), Clocks.nextRecordedAt());
        topics.send(kafkaRecord);
        return kafkaRecord;
    }

    public ProducerRecord<byte[], byte[]> recordOf(DomainEvent event, UUID eventId, Instant recordedAt) {
        CloudEvent cloudEvent = new CloudEvent(
                eventId,
                id,
                event.type().wireName(),
                "/workorder-service",
                event.subject(),
                recordedAt,
                EventJson.write(event));
        ProducerRecord<byte[], byte[]> kafkaRecord = new ProducerRecord<>(
                event.type().topic(),
                null,
                recordedAt.toEpochMilli(),
                event.key(id).getBytes(StandardCharsets.UTF_8),
                cloudEvent.data());
        CloudEventHeaders.of(cloudEvent).forEach(kafkaRecord.headers()::add);
        return kafkaRecord;
    }

    // What the tenant's people ask

    public RequestSpecification as(String role) {
        return RestAssured.given()
                .auth()
                .oauth2(issuer.token(id.value(), List.of(role), Duration.ofHours(1)))
                .contentType(ContentType.JSON);
    }

    public Response get(String path, Object... parameters) {
        return as("viewer").get(path, parameters);
    }

    public Response trigger(String body) {
        return as("planner").body(body).post("/metrics/job/trigger");
    }

    /** Waits for the ledger, runs the job with {@code body} and waits until it is published. */
    public UUID run(String body) {
        topics.awaitApplied();
        Response accepted = trigger(body);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        UUID runId = UUID.fromString(accepted.jsonPath().getString("runId"));
        awaitStatus(runId, "published");
        return runId;
    }

    public void awaitStatus(UUID runId, String status) {
        await().atMost(CEILING)
                .until(() -> status.equals(
                        get("/metrics/runs/{runId}", runId).jsonPath().getString("status")));
    }

    /** The classification as of {@link #AS_OF} over 90 days. */
    public JsonPath classify() {
        run("{\"asOf\":\"" + AS_OF + "\"}");
        return classification("");
    }

    public JsonPath classification(String query) {
        return figures("abc-classification", query);
    }

    /** A metric's list, as the latest run has it. */
    public JsonPath figures(String metric, String query) {
        Response answer = get("/metrics/" + metric + "?limit=200" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath(
                JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    /** Times of recording that rise from one event to the next, as the commits of one service do. */
    private static final class Clocks {

        private static final AtomicLong MILLIS =
                new AtomicLong(Instant.parse("2026-06-30T00:00:00Z").toEpochMilli());

        static Instant nextRecordedAt() {
            return Instant.ofEpochMilli(MILLIS.incrementAndGet());
        }
    }
}
