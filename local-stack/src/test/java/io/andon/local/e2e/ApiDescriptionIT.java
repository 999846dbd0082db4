package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class ApiDescriptionIT {

    private final Api anybody;

    ApiDescriptionIT(RunningStack stack) {
        this.anybody = new Api(stack.gateway(), "");
    }

    @Test
    void describesTheRequestsOfTheGatewayAndOfBothServices() {
        JsonNode document = anybody.get("/openapi").expect(200).json();

        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("paths").properties())
                .extracting(Map.Entry::getKey)
                .contains("/events", "/work-orders/{id}/record-batch", "/metrics/abc-classification", "/metrics/runs");
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).hasSizeGreaterThan(50);
        assertThat(references).allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isObject())
                .as(reference)
                .isTrue());
    }

    /** Without a token a path that is there says so, or asks for one; a path that is not there is 404. */
    @Test
    void describesNoPathThatTheGatewayDoesNotKnow() {
        JsonNode paths = anybody.get("/openapi").expect(200).json().path("paths");

        paths.properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(path ->
                        path.getKey().replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
                .forEach(path -> assertThat(anybody.get(path).status()).as(path).isIn(200, 401));
    }

    @Test
    void describesTheEvents() {
        JsonNode document = anybody.get("/asyncapi").expect(200).json();

        assertThat(document.path("channels").properties())
                .extracting(Map.Entry::getKey)
                .contains("workorder.events", "metrics.events", "events");
    }
}
