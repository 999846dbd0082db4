package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The services of these tests describe nothing; what two real ones make of it is shown by the end-to-end suite. */
@QuarkusTest
class DescriptionIT extends GatewayIT {

    @Test
    void describesTheEventsToEverybody() {
        given().get("/asyncapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .body("asyncapi", equalTo("3.0.0"))
                .body("channels.events.address", equalTo("/events"));
    }

    @Test
    void saysWhichServiceDoesNotTellItsApi() {
        given().get("/openapi")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("UPSTREAM_UNAVAILABLE"))
                .body("detail", containsString("-service cannot be asked"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/asyncapi"})
    void isOnlyToBeRead(String path) {
        given().post(path).then().statusCode(405).header("Allow", equalTo("GET"));
    }
}
