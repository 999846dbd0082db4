package io.andon.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpenApiIT {

    @Test
    void describesEveryOperationInWords() throws IOException {
        JsonNode document = document();

        assertThat(document.at("/info/title").asText()).isEqualTo("Andon metrics");
        assertThat(document.path("paths").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "/metrics/abc-classification",
                        "/metrics/slow-dead-stock",
                        "/metrics/turns-doi",
                        "/metrics/inventory-aging",
                        "/metrics/summary",
                        "/metrics/items/{itemId}",
                        "/metrics/runs",
                        "/metrics/runs/{runId}",
                        "/metrics/job/status",
                        "/metrics/job/trigger",
                        "/metrics/outbox/refused",
                        "/metrics/outbox/refused/requeue",
                        "/metrics/outbox/refused/{eventId}/requeue");
        document.path("paths")
                .forEach(path -> path.forEach(
                        operation -> assertThat(operation.path("summary").asText())
                                .as(operation.toString())
                                .contains(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "abc-classification, class, abcClass",
        "slow-dead-stock, flag, state",
        "turns-doi, windowDays, doiDays",
        "inventory-aging, bucket, qtyOver90Days"
    })
    void describesTheFieldsAndFiltersOfAListAndItsFile(String list, String filter, String field) throws IOException {
        JsonNode document = document();
        JsonNode get = document.at("/paths/~1metrics~1" + list + "/get");

        assertThat(get.path("parameters").findValuesAsText("name")).contains(filter, "runId", "cursor", "limit");
        JsonNode content = get.at("/responses/200/content");
        assertThat(content.has("text/csv")).isTrue();
        JsonNode page = resolve(document, content.at("/application~1json/schema"));
        assertThat(page.path("properties").has("formulaVersion")).isTrue();
        JsonNode row = resolve(document, page.at("/properties/data/items"));
        assertThat(row.path("properties").has(field)).isTrue();
    }

    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private static JsonNode document() throws IOException {
        return new ObjectMapper()
                .readTree(RestAssured.get("/q/openapi?format=json").asByteArray());
    }
}
