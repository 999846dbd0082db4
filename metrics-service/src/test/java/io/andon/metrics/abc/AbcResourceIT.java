package io.andon.metrics.abc;

import static io.andon.metrics.TestTenant.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AbcResourceIT extends MetricsScenario {

    private static final String JUNE = "2026-06-15T12:00:00Z";

    @Test
    void isEmptyBeforeTheFirstRun() {
        JsonPath answer = tenant.classification("");

        assertThat(answer.getString("runId")).isNull();
        assertThat(answer.getString("asOf")).isNull();
        assertThat(answer.getList("data")).isEmpty();
        assertThat(answer.getString("nextCursor")).isNull();
    }

    @Test
    void saysWhatTheFiguresWereMadeWith() {
        tenant.settings("Asia/Tokyo", "70", "90");
        UUID runId = tenant.run("{\"asOf\":\"" + AS_OF + "\"}");

        JsonPath answer = tenant.classification("");

        assertThat(answer.getString("runId")).isEqualTo(runId.toString());
        assertThat(answer.getString("asOf")).isEqualTo(AS_OF);
        assertThat(answer.getInt("windowDays")).isEqualTo(90);
        assertThat(answer.getString("windowStart")).isEqualTo("2026-04-02T00:00:00Z");
        assertThat(answer.getString("formulaVersion")).isEqualTo("abc-1");
        assertThat(answer.getString("currency")).isEqualTo("EUR");
        assertThat(answer.getList("abcThresholds")).hasToString("[70, 90]");
    }

    @Test
    void remembersTheClassBeforeAndSinceWhenItIsAnother() {
        UUID rising = tenant.item("RISING", "1");
        UUID steady = tenant.item("STEADY", "1");
        tenant.move(MovementType.SHIPMENT, "2026-06-01T00:00:00Z", rising, "-4", null);
        tenant.move(MovementType.SHIPMENT, "2026-06-01T00:00:00Z", steady, "-96", null);
        tenant.run("{\"asOf\":\"2026-06-10T00:00:00Z\"}");
        assertThat(row("RISING")).containsExactly("C", null, "2026-06-10T00:00:00Z");

        tenant.move(MovementType.SHIPMENT, "2026-06-11T00:00:00Z", rising, "-400", null);
        tenant.run("{\"asOf\":\"2026-06-20T00:00:00Z\"}");
        assertThat(row("RISING")).containsExactly("A", "C", "2026-06-20T00:00:00Z");
        assertThat(row("STEADY")).containsExactly("B", "A", "2026-06-20T00:00:00Z");

        tenant.run("{\"asOf\":\"2026-06-21T00:00:00Z\"}");
        assertThat(row("RISING")).containsExactly("A", "A", "2026-06-20T00:00:00Z");

        // The same instant again compares with the same run, and so gives the same answer.
        tenant.run("{\"asOf\":\"2026-06-20T00:00:00Z\"}");
        assertThat(row("RISING")).containsExactly("A", "C", "2026-06-20T00:00:00Z");
        // Another window has a history of its own.
        tenant.run("{\"asOf\":\"2026-06-22T00:00:00Z\",\"abcWindowDays\":30}");
        assertThat(row("RISING")).containsExactly("A", null, "2026-06-22T00:00:00Z");
    }

    @Test
    void findsTheLatestRunOfAWindow() {
        tenant.item("SKU", "1");
        UUID longer = tenant.run("{\"abcWindowDays\":90}");
        UUID shorter = tenant.run("{\"abcWindowDays\":30}");

        assertThat(tenant.classification("").getString("runId")).isEqualTo(shorter.toString());
        assertThat(tenant.classification("&windowDays=90").getString("runId")).isEqualTo(longer.toString());
        assertThat(tenant.classification("&windowDays=30").getString("runId")).isEqualTo(shorter.toString());
        assertThat(tenant.classification("&windowDays=7").getString("runId")).isNull();
        assertThat(tenant.classification("&runId=" + longer).getString("runId")).isEqualTo(longer.toString());
    }

    @Test
    void filtersByClassAndKeepsTheOrder() {
        shipEach("900", "60", "40");
        tenant.classify();

        assertThat(tenant.classification("&class=A").getList("data.sku")).containsExactly("SKU-900");
        assertThat(tenant.classification("&class=C").getList("data.sku")).containsExactly("SKU-40");
    }

    @Test
    void keepsThePagesOfOneListTogetherThoughANewRunIsPublished() {
        shipEach("50", "40", "30", "20", "10");
        tenant.classify();
        JsonPath first = page("?limit=2");
        shipEach("5000");
        tenant.classify();

        JsonPath second = page("?limit=2&cursor=" + first.getString("nextCursor"));
        JsonPath third = page("?limit=2&cursor=" + second.getString("nextCursor"));

        assertThat(first.getList("data.sku")).containsExactly("SKU-50", "SKU-40");
        assertThat(second.getList("data.sku")).containsExactly("SKU-30", "SKU-20");
        assertThat(third.getList("data.sku")).containsExactly("SKU-10");
        assertThat(third.getString("nextCursor")).isNull();
        assertThat(page("?limit=1").getList("data.sku")).containsExactly("SKU-5000");
    }

    @ParameterizedTest
    @CsvSource({
        "windowDays=0, windowDays",
        "windowDays=-1, windowDays",
        "windowDays=many, windowDays",
        "windowDays=99999999999, windowDays",
        "class=D, class",
        "class=a, class",
        "limit=0, limit",
        "limit=201, limit",
        "cursor=nonsense, cursor",
        "cursor=MTcvMTc, cursor"
    })
    void refusesAFilterThatMakesNoSense(String query, String parameter) {
        Response answer = tenant.get("/metrics/abc-classification?" + query);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].field")).isIn(parameter, "abcClass");
    }

    private void shipEach(String... values) {
        for (String value : values) {
            tenant.move(MovementType.SHIPMENT, JUNE, tenant.item("SKU-" + value, null), "-1", value);
        }
    }

    private JsonPath page(String query) {
        Response answer = tenant.get("/metrics/abc-classification" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private List<Object> row(String sku) {
        String row = "data.find { it.sku == '" + sku + "' }.";
        JsonPath answer = tenant.classification("");
        return Arrays.asList(
                answer.getString(row + "abcClass"),
                answer.getString(row + "previousClass"),
                answer.getString(row + "changedAt"));
    }
}
