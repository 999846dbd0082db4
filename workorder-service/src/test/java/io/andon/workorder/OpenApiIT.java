package io.andon.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpenApiIT {

    @Test
    void isServedOnTheMainPortWithoutAToken() {
        JsonNode document =
                Answer.of(RestAssured.get("/q/openapi?format=json")).expect(200).json();

        assertThat(document.path("openapi").asText()).startsWith("3.");
        assertThat(document.at("/info/title").asText()).isEqualTo("Andon work orders");
        assertThat(RestAssured.get("/q/swagger-ui/").asString()).contains("swagger-ui");
    }
}
