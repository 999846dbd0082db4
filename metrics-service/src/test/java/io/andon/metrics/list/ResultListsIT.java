package io.andon.metrics.list;

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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lists of all metrics have in common. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ResultListsIT extends MetricsScenario {

    @ParameterizedTest
    @ValueSource(strings = {"abc-classification", "slow-dead-stock", "turns-doi", "inventory-aging"})
    void isEmptyBeforeTheFirstRun(String list) {
        JsonPath answer = tenant.figures(list, "");

        assertThat(answer.getString("runId")).isNull();
        assertThat(answer.getString("asOf")).isNull();
        assertThat(answer.getList("data")).isEmpty();
        assertThat(answer.getString("nextCursor")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc-classification", "slow-dead-stock", "turns-doi", "inventory-aging"})
    void saysWhatTheFiguresWereMadeWith(String list) {
        tenant.settings("Asia/Tokyo", 70, 90, List.of(10, 20, 30));
        UUID runId = tenant.run("{\"asOf\":\"" + AS_OF + "\"}");

        JsonPath answer = tenant.figures(list, "");

        assertThat(answer.getString("runId")).isEqualTo(runId.toString());
        assertThat(answer.getString("asOf")).isEqualTo(AS_OF);
        assertThat(answer.getString("zone")).isEqualTo("Asia/Tokyo");
        assertThat(answer.getString("currency")).isEqualTo("EUR");
        assertThat(answer.getList("abcThresholds")).hasToString("[80, 95]");
        assertThat(answer.getList("agingBuckets")).hasToString("[10, 20, 30]");
        assertThat(answer.getInt("slowThresholdDays")).isEqualTo(70);
        assertThat(answer.getInt("deadThresholdDays")).isEqualTo(90);
        assertThat(answer.getString("formulaVersion")).matches("[a-z-]+-[1-9]\\d*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc-classification", "slow-dead-stock", "turns-doi", "inventory-aging"})
    void keepsThePagesOfOneListTogetherThoughANewRunIsPublished(String list) {
        receive("a", "b", "c", "d", "e");
        UUID runId = compute();
        List<String> skus = new ArrayList<>();
        JsonPath page = page(list + "?limit=2");
        skus.addAll(page.getList("data.sku"));
        receive("f");
        compute();
        while (page.getString("nextCursor") != null) {
            page = page(list + "?limit=2&cursor=" + page.getString("nextCursor"));
            skus.addAll(page.getList("data.sku"));
            assertThat(page.getString("runId")).isEqualTo(runId.toString());
        }

        assertThat(skus).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(page(list + "?runId=" + runId).getList("data")).hasSize(5);
        assertThat(page(list).getList("data")).hasSize(6);
    }

    @Test
    void filtersByStateAndBucket() {
        receive("new");
        UUID dead = tenant.item("dead", "1");
        tenant.move(MovementType.RECEIPT, "2025-06-01T00:00:00Z", dead, "1", null);
        compute();

        assertThat(page("slow-dead-stock?flag=DEAD").getList("data.sku")).containsExactly("dead");
        assertThat(page("slow-dead-stock?flag=NEW").getList("data.sku")).containsExactly("new");
        assertThat(page("slow-dead-stock?flag=SLOW").getList("data.sku")).isEmpty();
        assertThat(page("inventory-aging?bucket=1").getList("data.sku")).containsExactly("new");
        assertThat(page("inventory-aging?bucket=4").getList("data.sku")).containsExactly("dead");
        assertThat(page("inventory-aging?bucket=2").getList("data.sku")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "slow-dead-stock?flag=dead, flag",
        "slow-dead-stock?flag=SLOW'--, flag",
        "slow-dead-stock?limit=0, limit",
        "slow-dead-stock?cursor=nonsense, cursor",
        "turns-doi?windowDays=0, windowDays",
        "turns-doi?windowDays=99999, windowDays",
        "turns-doi?windowDays=many, windowDays",
        "turns-doi?limit=201, limit",
        "turns-doi?cursor=MTcvMTc, cursor",
        "inventory-aging?bucket=0, bucket",
        "inventory-aging?bucket=5, bucket",
        "inventory-aging?bucket=old, bucket",
        "inventory-aging?limit=-1, limit",
        "inventory-aging?cursor=%00, cursor"
    })
    void refusesAFilterThatMakesNoSense(String query, String parameter) {
        for (String type : List.of("application/json", "text/csv")) {
            Response answer =
                    tenant.as("viewer").urlEncodingEnabled(false).accept(type).get("/metrics/" + query);

            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo(parameter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc-classification", "slow-dead-stock", "turns-doi", "inventory-aging"})
    void answersAnUnknownRunWith404(String list) {
        for (String runId : List.of("17", "0190a000-0000-7000-8000-000000000007")) {
            assertThat(tenant.get("/metrics/" + list + "?runId=" + runId).statusCode())
                    .isEqualTo(404);
            assertThat(tenant.as("viewer")
                            .accept("text/csv")
                            .get("/metrics/" + list + "?runId=" + runId)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private UUID compute() {
        return tenant.run("{\"asOf\":\"" + AS_OF + "\"}");
    }

    private void receive(String... skus) {
        for (String sku : skus) {
            tenant.move(MovementType.RECEIPT, "2026-06-20T00:00:00Z", tenant.item(sku, "1"), "1", null);
        }
    }

    private JsonPath page(String query) {
        Response answer = tenant.get("/metrics/" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }
}
