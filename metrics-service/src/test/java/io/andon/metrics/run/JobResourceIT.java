package io.andon.metrics.run;

import static io.andon.metrics.TestTenant.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class JobResourceIT extends MetricsScenario {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"abcWindowDays\":0}              | VALIDATION_FAILED | abcWindowDays",
                "{\"abcWindowDays\":-90}            | VALIDATION_FAILED | abcWindowDays",
                "{\"abcWindowDays\":3661}           | VALIDATION_FAILED | abcWindowDays",
                "{\"abcWindowDays\":1e30}           | MALFORMED_BODY    | abcWindowDays",
                "{\"abcWindowDays\":1.5}            | MALFORMED_BODY    | abcWindowDays",
                "{\"abcWindowDays\":\"90\"}         | MALFORMED_BODY    | abcWindowDays",
                "{\"slowThresholdDays\":0}          | VALIDATION_FAILED | slowThresholdDays",
                "{\"deadThresholdDays\":3661}       | VALIDATION_FAILED | deadThresholdDays",
                "{\"deadThresholdDays\":\"180\"}    | MALFORMED_BODY    | deadThresholdDays",
                "{\"slowThresholdDays\":180}        | INVALID_FIELD     | slowThresholdDays",
                "{\"deadThresholdDays\":90}         | INVALID_FIELD     | deadThresholdDays",
                "{\"slowThresholdDays\":9,\"deadThresholdDays\":8} | INVALID_FIELD | slowThresholdDays",
                "{\"turnsWindowDays\":0}            | VALIDATION_FAILED | turnsWindowDays",
                "{\"turnsWindowDays\":3661}         | VALIDATION_FAILED | turnsWindowDays",
                "{\"asOf\":\"yesterday\"}           | MALFORMED_BODY    | asOf",
                "{\"asOf\":\"2999-01-01T00:00:00Z\"} | INVALID_FIELD    | asOf",
                "{\"asOf\":\"1969-12-31T00:00:00Z\"} | INVALID_FIELD    | asOf",
                "{\"tenantId\":\"northgate\"}       | MALFORMED_BODY    | tenantId",
                "{\"windowDays\":90}                | MALFORMED_BODY    | windowDays"
            })
    void namesWhatIsWrongWithTheParameters(String body, String code, String field) {
        Response answer = tenant.trigger(body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(field);
        assertThat(tenant.get("/metrics/runs").jsonPath().getList("data")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"not json", "[]", "{\"abcWindowDays\":NaN}", "{} {}"})
    void refusesABodyThatIsNoObject(String body) {
        Response answer = tenant.trigger(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("MALFORMED_BODY");
    }

    @Test
    void needsNoBody() {
        Response answer = tenant.as("planner").post("/metrics/job/trigger");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
    }

    @Test
    void tellsHowTheJobStands() {
        JsonPath before = tenant.get("/metrics/job/status").jsonPath();
        assertThat(before.getString("schedule")).isEqualTo("02:00 UTC daily");
        assertThat(before.getBoolean("running")).isFalse();
        assertThat(before.getString("lastRunId")).isNull();

        UUID runId = tenant.run("{}");

        JsonPath after = tenant.get("/metrics/job/status").jsonPath();
        assertThat(after.getString("lastRunId")).isEqualTo(runId.toString());
        assertThat(after.getString("lastOutcome")).isEqualTo("published");
        assertThat(after.getString("lastRunAt")).endsWith("Z");
        assertThat(after.getLong("lastRunDurationMs")).isNotNegative();
        assertThat(after.getString("runId")).isNull();
    }

    @Test
    void showsARunWithItsParametersAndMetrics() {
        tenant.item("SKU", "1");
        UUID runId = tenant.run(
                "{\"abcWindowDays\":30,\"slowThresholdDays\":10,\"deadThresholdDays\":20,\"turnsWindowDays\":60,"
                        + "\"asOf\":\"2026-07-01T00:00:00+00:00\"}");

        JsonPath run = tenant.get("/metrics/runs/" + runId).jsonPath();

        assertThat(run.getString("trigger")).isEqualTo("manual");
        assertThat(run.getString("asOf")).isEqualTo(AS_OF);
        assertThat(run.getMap("parameters"))
                .isEqualTo(Map.of(
                        "abcWindowDays", 30,
                        "slowThresholdDays", 10,
                        "deadThresholdDays", 20,
                        "turnsWindowDays", 60));
        assertThat(run.getString("startedAt")).isLessThanOrEqualTo(run.getString("finishedAt"));
        assertThat(run.getList("metrics.metric"))
                .containsExactly("abc_classification", "inventory_aging", "slow_dead_stock", "turns_doi");
        assertThat(run.getList("metrics.items")).containsExactly(1, 0, 1, 1);
        assertThat(run.getLong("metrics[0].durationMs")).isNotNegative();
    }

    @Test
    void listsRunsFromTheLatestOnInPages() {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(0, tenant.run("{}").toString());
        }

        JsonPath first = tenant.get("/metrics/runs?limit=2").jsonPath();
        JsonPath second = tenant.get("/metrics/runs?limit=2&cursor={cursor}", first.getString("nextCursor"))
                .jsonPath();

        assertThat(first.getList("data.runId")).isEqualTo(runs.subList(0, 2));
        assertThat(second.getList("data.runId")).isEqualTo(runs.subList(2, 3));
        assertThat(second.getString("nextCursor")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"17", "0190a000-0000-7000-8000-000000000007"})
    void answersAnUnknownRunWith404(String runId) {
        assertThat(tenant.get("/metrics/runs/" + runId).statusCode()).isEqualTo(404);
    }

    @Test
    void sumsUpTheLatestRun() {
        JsonPath before = tenant.get("/metrics/summary").jsonPath();
        assertThat(before.getString("runId")).isNull();
        assertThat(before.getMap("metrics")).isEmpty();
        for (String value : List.of("900", "60", "40")) {
            tenant.move(MovementType.SHIPMENT, "2026-06-01T00:00:00Z", tenant.item("S" + value, null), "-1", value);
        }
        tenant.item("UNUSED", null);
        UUID runId = tenant.run("{\"asOf\":\"" + AS_OF + "\"}");

        JsonPath summary = tenant.get("/metrics/summary").jsonPath();

        assertThat(summary.getString("runId")).isEqualTo(runId.toString());
        assertThat(summary.getString("asOf")).isEqualTo(AS_OF);
        assertThat(summary.getInt("metrics.abc_classification.items")).isEqualTo(4);
        assertThat(summary.getInt("metrics.abc_classification.totalValue")).isEqualTo(1000);
        assertThat(summary.getList("metrics.abc_classification.classes.abcClass"))
                .containsExactly("A", "B", "C");
        assertThat(summary.getList("metrics.abc_classification.classes.items")).containsExactly(1, 1, 2);
        assertThat(summary.getList("metrics.abc_classification.classes.totalValue"))
                .containsExactly(900, 60, 40);
        assertThat(summary.getList("metrics.abc_classification.classes.valuePercentage"))
                .containsExactly(90, 6, 4);
    }

    @Test
    void countsAndValuesStatesAndBuckets() {
        UUID dead = tenant.item("dead", "2");
        tenant.move(MovementType.RECEIPT, "2025-12-01T00:00:00Z", dead, "30", null);
        UUID fresh = tenant.item("new", "1");
        tenant.move(MovementType.RECEIPT, "2026-06-01T00:00:00Z", fresh, "10", null);
        tenant.move(MovementType.RECEIPT, "2026-05-01T00:00:00Z", fresh, "10", null);
        tenant.item("none", "1");
        tenant.run("{\"asOf\":\"" + AS_OF + "\"}");

        JsonPath summary = tenant.get("/metrics/summary").jsonPath();

        summary.setRootPath("metrics.slow_dead_stock");
        assertThat(summary.getInt("items")).isEqualTo(3);
        assertThat(summary.getInt("totalValue")).isEqualTo(80);
        assertThat(summary.getList("states.state")).containsExactly("DEAD", "SLOW", "ACTIVE", "NEW", "NONE");
        assertThat(summary.getList("states.items")).containsExactly(1, 0, 0, 1, 1);
        assertThat(summary.getList("states.tiedUpValue")).containsExactly(60, 0, 0, 20, 0);
        assertThat(summary.getList("states.valuePercentage")).containsExactly(75, 0, 0, 25, 0);
        summary.setRootPath("metrics.inventory_aging");
        assertThat(summary.getInt("totalValue")).isEqualTo(80);
        assertThat(summary.getList("buckets.bucket")).containsExactly(1, 2, 3, 4);
        assertThat(summary.getList("buckets.items")).containsExactly(1, 0, 1, 1);
        assertThat(summary.getList("buckets.value")).containsExactly(10, 0, 10, 60);
    }
}
