package io.andon.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpenApiIT {

    /** An operation, with its method and path to name it when it falls short. */
    private record Described(String name, boolean isPost, JsonNode operation) {}

    @Test
    void isServedOnTheMainPortWithoutAToken() {
        JsonNode document = document();

        assertThat(document.path("openapi").asText()).startsWith("3.");
        assertThat(document.at("/info/title").asText()).isEqualTo("Andon work orders");
        assertThat(RestAssured.get("/q/swagger-ui/").asString()).contains("swagger-ui");
    }

    @Test
    void saysOfEachRequestWhatItDoesWhoMayDoItAndWhatMayGoWrong() {
        assertThat(operations()).hasSizeGreaterThan(35).allSatisfy(described -> {
            JsonNode operation = described.operation();
            assertThat(operation.path("summary").asText()).as(described.name()).hasSizeGreaterThan(10);
            assertThat(operation.path("description").asText())
                    .as(described.name())
                    .containsPattern("Role: `(viewer|operator|planner|admin)`\\.");
            for (String status : List.of("401", "403")) {
                assertThat(operation
                                .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                                .asText())
                        .as(described.name())
                        .endsWith("/Problem");
            }
        });
    }

    @Test
    void showsWhatIsAnsweredAndHowAPostIsRepeatedSafely() {
        assertThat(operations()).allSatisfy(described -> {
            JsonNode responses = described.operation().path("responses");
            JsonNode success = responses.has("201") ? responses.path("201") : responses.path("200");
            assertThat(success.at("/content/application~1json/schema").toString())
                    .as(described.name())
                    .contains("$ref");
            assertThat(described.operation().path("parameters").findValuesAsText("name"))
                    .as(described.name())
                    .satisfies(names ->
                            assertThat(names.contains("Idempotency-Key")).isEqualTo(described.isPost()));
        });
    }

    private static JsonNode document() {
        return Answer.of(RestAssured.get("/q/openapi?format=json")).expect(200).json();
    }

    private static List<Described> operations() {
        List<Described> operations = new ArrayList<>();
        document().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.add(new Described(
                        operation.getKey() + " " + path.getKey(),
                        operation.getKey().equals("post"),
                        operation.getValue()))));
        return operations;
    }
}
