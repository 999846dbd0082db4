package io.andon.metrics.list;

import static io.andon.metrics.TestTenant.AS_OF;
import static io.andon.metrics.TestTenant.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists as files. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CsvFilesIT extends MetricsScenario {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abc-classification | itemId,sku,name,totalValue,cumulativePercentage,abcClass,previousClass,changedAt,"
                        + "reason,warnings",
                "slow-dead-stock    | itemId,sku,name,state,daysSinceLastMovement,lastMovementAt,lastOutflowAt,"
                        + "firstStockedAt,onHandQuantity,isSlowMoving,isDeadStock,tiedUpValue,warnings",
                "turns-doi          | itemId,sku,name,totalOutflowQty,totalOutflowCost,avgOnHandQty,avgOnHandValue,"
                        + "turns,annualizedTurns,avgDailyOutflow,doiDays,daysOfSupply,windowDays,hadNegative,reason,"
                        + "warnings",
                "inventory-aging    | itemId,sku,name,locationId,locationCode,lotCode,qty0To30Days,qty31To60Days,"
                        + "qty61To90Days,qtyOver90Days,oldestAgeDays,averageAgeDays,value,bucketValues,warnings"
            })
    void hasAHeaderRowAndEveryRowOfTheList(String list, String header) throws IOException {
        assertThat(csv(list).asString()).isEqualTo(header + "\r\n");

        for (int i = 0; i < 60; i++) {
            tenant.move(MovementType.RECEIPT, "2026-06-20T00:00:00Z", tenant.item("SKU-" + i, "1"), "1", null);
        }
        tenant.run("{\"asOf\":\"" + AS_OF + "\"}");

        Response file = csv(list);
        assertThat(file.contentType()).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + list + "-20260701T000000Z.csv\"");
        assertThat(file.asString()).startsWith(header + "\r\n");
        assertThat(rows(file)).hasSize(60).allSatisfy(row -> assertThat(row).hasSize(header.split(",").length));
    }

    @Test
    void writesNumbersAndTimesAsJsonDoes() throws IOException {
        UUID item = tenant.item("SKU", "0.0000015");
        tenant.move(MovementType.RECEIPT, "2026-06-20T01:02:03.456Z", item, "1000000", null);
        tenant.move(MovementType.SHIPMENT, "2026-06-21T00:00:00Z", item, "-1000000.5", null);
        tenant.run("{\"asOf\":\"" + AS_OF + "\"}");

        assertThat(rows(csv("slow-dead-stock"))).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("onHandQuantity", "-0.5")
                .containsEntry("lastOutflowAt", "2026-06-21T00:00:00Z")
                .containsEntry("firstStockedAt", "2026-06-20T01:02:03.456Z")
                .containsEntry("isDeadStock", "false")
                .containsEntry("warnings", "NEGATIVE_STOCK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "say \"when\"", "two\r\nlines", "Crème brûlée", " blanks ", "semi;colon"})
    void quotesWhatWouldBreakARow(String text) throws IOException {
        tenant.item(text, "1");
        tenant.run("{\"asOf\":\"" + AS_OF + "\"}");

        assertThat(rows(csv("abc-classification")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("sku", text).containsEntry("name", "Name of " + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void makesAFormulaHarmless(String text) throws IOException {
        UUID item = tenant.item(text, "1");
        tenant.post(MovementType.RECEIPT, "2026-06-20T00:00:00Z", null, line(1, item, tenant.location, text, "1"));
        tenant.run("{\"asOf\":\"" + AS_OF + "\"}");

        assertThat(rows(csv("inventory-aging"))).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("sku", "'" + text)
                .containsEntry("lotCode", "'" + text));
    }

    @Test
    void filtersAsTheListDoes() throws IOException {
        for (String value : List.of("900", "60", "40")) {
            tenant.move(MovementType.SHIPMENT, "2026-06-01T00:00:00Z", tenant.item("S" + value, null), "-1", value);
        }
        UUID first = tenant.run("{\"asOf\":\"" + AS_OF + "\"}");
        tenant.item("LATER", "1");
        tenant.run("{\"asOf\":\"" + AS_OF + "\"}");

        assertThat(rows(csv("abc-classification?class=B"))).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("sku", "S60"));
        assertThat(rows(csv("abc-classification?runId=" + first))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                  | application/json",
                "application/json                     | application/json",
                "text/csv                             | text/csv",
                "text/csv, application/json;q=0.1     | text/csv",
                "text/html, text/csv;q=0.1, */*;q=0.8 | application/json"
            })
    void isAnsweredOnlyToWhoAsksForIt(String accept, String type) {
        Response answer = tenant.as("viewer").header("Accept", accept).get("/metrics/turns-doi");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(type);
    }

    @Test
    void isRefusedToWhoAsksForSomethingElse() {
        Response answer = tenant.as("viewer").accept("application/pdf").get("/metrics/turns-doi");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("NOT_ACCEPTABLE");
    }

    private Response csv(String list) {
        Response answer = tenant.as("viewer").accept("text/csv").get("/metrics/" + list);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static List<Map<String, String>> rows(Response file) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.asByteArray())) {
            return rows.readAll();
        }
    }
}
