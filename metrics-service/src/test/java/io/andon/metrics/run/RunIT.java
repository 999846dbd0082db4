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
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RunIT extends MetricsScenario {

    private static final Duration CEILING = Duration.ofSeconds(10);

    @Test
    void announcesItsResultsOnceAndTheyAreThereWhenItDoes() {
        tenant.move(MovementType.SHIPMENT, "2026-06-01T00:00:00Z", tenant.item("SKU", "1"), "-1", null);
        topics.awaitApplied();

        String runId = tenant.trigger("{\"asOf\":\"" + AS_OF + "\"}").jsonPath().getString("runId");

        MetricsEvents events = new MetricsEvents(topics, tenant);
        assertThat(events.await(1))
                .containsExactly("{\"metric\":\"abc_classification\",\"itemsUpdated\":1,\"windowDays\":90,\"runId\":\""
                        + runId + "\"}");
        assertThat(tenant.classification("").getString("runId")).isEqualTo(runId);

        UUID again = tenant.run("{\"asOf\":\"" + AS_OF + "\"}");
        assertThat(events.await(2))
                .hasSize(2)
                .last()
                .isEqualTo("{\"metric\":\"abc_classification\",\"itemsUpdated\":0,\"windowDays\":90,\"runId\":\""
                        + again + "\"}");
    }

    @Test
    void publishesARunOfATenantWithoutItems() {
        tenant.run("");

        assertThat(new MetricsEvents(topics, tenant).await(1))
                .first()
                .asString()
                .contains("\"itemsUpdated\":0");
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

        assertThat(new MetricsEvents(topics, tenant).await(1))
                .singleElement()
                .asString()
                .contains(next.toString());
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
