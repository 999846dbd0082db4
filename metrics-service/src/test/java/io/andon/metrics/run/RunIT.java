package io.andon.metrics.run;

import static io.andon.metrics.TestTenant.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RunIT extends MetricsScenario {

    private static final Duration CEILING = Duration.ofSeconds(60);
    private static final int METRICS = 4;

    @Test
    void announcesItsResultsOnceAndTheyAreThereWhenItDoes() {
        UUID item = tenant.item("SKU", "1");
        tenant.move(MovementType.RECEIPT, "2026-05-01T00:00:00Z", item, "9", null);
        tenant.move(MovementType.SHIPMENT, "2026-06-01T00:00:00Z", item, "-1", null);
        topics.awaitApplied();

        String runId = tenant.trigger("{\"asOf\":\"" + AS_OF + "\"}").jsonPath().getString("runId");

        MetricsEvents events = new MetricsEvents(topics, tenant);
        assertThat(events.await(METRICS)).isEqualTo(announcements(1, 1, runId));
        for (String list : List.of("abc-classification", "slow-dead-stock", "turns-doi", "inventory-aging")) {
            assertThat(tenant.figures(list, "").getString("runId")).as(list).isEqualTo(runId);
        }

        UUID again = tenant.run("{\"asOf\":\"" + AS_OF + "\"}");
        assertThat(events.await(2 * METRICS).subList(METRICS, 2 * METRICS))
                .isEqualTo(announcements(0, 1, again.toString()));
    }

    @Test
    void publishesARunOfATenantWithoutItems() {
        UUID runId = tenant.run("{\"asOf\":\"" + AS_OF + "\"}");

        assertThat(new MetricsEvents(topics, tenant).await(METRICS)).isEqualTo(announcements(0, 0, runId.toString()));
        assertThat(tenant.classification("").getList("data")).isEmpty();
    }

    @Test
    void showsNothingOfARunBeforeItIsPublished() throws Exception {
        tenant.item("SKU", "1");
        UUID first = tenant.run("");
        tenant.item("SKU-2", "1");
        topics.awaitApplied();
        String second;
        try (Connection hold = holdUpRuns()) {
            second = tenant.trigger("").jsonPath().getString("runId");

            assertThat(tenant.classification("").getString("runId")).isEqualTo(first.toString());
            assertThat(tenant.get("/metrics/abc-classification?runId=" + second).statusCode())
                    .isEqualTo(404);
            assertThat(status().getBoolean("running")).isTrue();
            assertThat(status().getString("runId")).isEqualTo(second);
            assertThat(tenant.get("/metrics/runs/" + second).jsonPath().getString("status"))
                    .isEqualTo("running");
            hold.rollback();
        }

        tenant.awaitStatus(UUID.fromString(second), "published");
        assertThat(tenant.classification("").getList("data")).hasSize(2);
    }

    @Test
    void refusesASecondRunWhileOneIsInProgress() throws Exception {
        String first;
        try (Connection hold = holdUpRuns()) {
            first = tenant.trigger("").jsonPath().getString("runId");

            Response second = tenant.trigger("");

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.jsonPath().getString("code")).isEqualTo("RUN_IN_PROGRESS");
            assertThat(anotherTenant().trigger("").statusCode()).isEqualTo(202);
            hold.rollback();
        }
        tenant.awaitStatus(UUID.fromString(first), "published");
        assertThat(tenant.trigger("").statusCode()).isEqualTo(202);
    }

    @Test
    void beginsOneRunWhenManyAskAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try (Connection hold = holdUpRuns()) {
            List<Integer> statuses = clients
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(
                                    i -> () -> tenant.trigger("").statusCode())
                            .toList())
                    .stream()
                    .map(RunIT::get)
                    .sorted()
                    .toList();

            assertThat(statuses).containsExactly(202, 409, 409, 409, 409, 409, 409, 409);
            hold.rollback();
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void answersARepeatedRequestWithTheRunOfTheFirst() {
        String key = UUID.randomUUID().toString();
        Response first = triggerWithKey(key);
        String runId = first.jsonPath().getString("runId");
        tenant.awaitStatus(UUID.fromString(runId), "published");

        Response second = triggerWithKey(key);

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.jsonPath().getString("runId")).isEqualTo(runId);
        assertThat(tenant.get("/metrics/runs").jsonPath().getList("data")).hasSize(1);
    }

    @Test
    void marksARunFailedWhoseProcessHasDied() throws Exception {
        UUID dead = UUID.randomUUID();
        sql(
                """
                insert into metrics_run
                    (tenant_id, run_id, status, trigger, as_of, parameters, started_at, lease_until)
                values (?, ?, 'running', 'manual', now(), '{"abcWindowDays": 90}', now() - interval '1 h',
                    now() - interval '1 s')
                """,
                tenant.id.value(),
                dead);
        assertThat(status().getBoolean("running")).isFalse();

        UUID next = tenant.run("");

        assertThat(tenant.get("/metrics/runs/" + dead).jsonPath().getString("status"))
                .isEqualTo("failed");
        assertThat(tenant.get("/metrics/runs/" + dead).jsonPath().getString("failure"))
                .isEqualTo("LEASE_EXPIRED");
        assertThat(tenant.classification("").getString("runId")).isEqualTo(next.toString());
    }

    @Test
    void renewsItsLeaseForAsLongAsItComputes() throws Exception {
        try (Connection hold = holdUpRuns()) {
            String runId = tenant.trigger("").jsonPath().getString("runId");
            String lease = leaseOf(runId);

            await().atMost(CEILING).until(() -> leaseOf(runId).compareTo(lease) > 0);
            hold.rollback();
        }
    }

    @Test
    void publishesNothingOfARunThatHasLostItsLease() throws Exception {
        tenant.item("SKU", "1");
        topics.awaitApplied();
        String lost;
        try (Connection hold = holdUpRuns()) {
            lost = tenant.trigger("").jsonPath().getString("runId");
            sql(
                    "update metrics_run set status = 'failed', failure = 'LEASE_EXPIRED', finished_at = now()"
                            + " where run_id = ?",
                    UUID.fromString(lost));
            hold.rollback();
        }

        UUID next = tenant.run("");

        assertThat(new MetricsEvents(topics, tenant).await(METRICS))
                .hasSize(METRICS)
                .allMatch(event -> event.contains(next.toString()));
        assertThat(tenant.get("/metrics/abc-classification?runId=" + lost).statusCode())
                .isEqualTo(404);
    }

    @Test
    void failsWithAReasonAndTheNextRunSucceeds() throws Exception {
        tenant.settings("UTC", "80", "95");
        topics.awaitApplied();
        sql("update tenant_settings set zone = 'Nowhere/Land' where tenant_id = ?", tenant.id.value());

        UUID failed = UUID.fromString(tenant.trigger("").jsonPath().getString("runId"));

        tenant.awaitStatus(failed, "failed");
        assertThat(tenant.get("/metrics/runs/" + failed).jsonPath().getString("failure"))
                .isEqualTo("COMPUTATION_FAILED");
        assertThat(status().getString("lastOutcome")).isEqualTo("failed");
        sql("update tenant_settings set zone = 'UTC' where tenant_id = ?", tenant.id.value());
        tenant.run("");
        assertThat(status().getString("lastOutcome")).isEqualTo("published");
    }

    /** What a run with the defaults, as of {@link io.andon.metrics.TestTenant#AS_OF}, says. */
    private static List<String> announcements(int updated, int processed, String runId) {
        return Stream.of(
                        "{'metric':'abc_classification','itemsUpdated':" + updated + ",'windowDays':90,",
                        "{'metric':'inventory_aging','itemsProcessed':" + processed + ",",
                        "{'metric':'slow_dead_stock','itemsUpdated':" + updated
                                + ",'slowThresholdDays':90,'deadThresholdDays':180,",
                        "{'metric':'turns_doi','itemsProcessed':" + processed
                                + ",'windowStart':'2026-04-02T00:00:00Z','windowEnd':'2026-07-01T00:00:00Z',")
                .map(event -> event.replace('\'', '"') + "\"runId\":\"" + runId + "\"}")
                .toList();
    }

    private Response triggerWithKey(String key) {
        return tenant.as("planner").header("Idempotency-Key", key).body("{}").post("/metrics/job/trigger");
    }

    private JsonPath status() {
        return tenant.get("/metrics/job/status").jsonPath();
    }

    private String leaseOf(String runId) throws Exception {
        return select("select lease_until from metrics_run where run_id = ?", UUID.fromString(runId));
    }

    private static int get(Future<Integer> status) {
        try {
            return status.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
