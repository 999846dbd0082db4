package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProxyIT extends GatewayIT {

    private static final int MAX_BODY = 8 * 1024 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/work-orders",
                "/work-orders/7/release",
                "/items?q=bun&type=finished",
                "/items:import",
                "/locations/1",
                "/boms",
                "/tenant-settings",
                "/production-summary",
                "/production-overview/volume-trend",
                "/inventory/balances?itemId=1"
            })
    void passesTheServicesPathsOn(String path) {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer abc")
                .body("12345")
                .post(path)
                .then()
                .statusCode(201)
                .header("X-Service", "echo")
                .body(equalTo("POST " + path + " Bearer abc 5"));
    }

    @Test
    void passesOnABodyOfTheLargestSize() {
        given().body(new byte[MAX_BODY])
                .post("/inventory/movements")
                .then()
                .statusCode(201)
                .body(equalTo("POST /inventory/movements null " + MAX_BODY));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        given().body(new byte[MAX_BODY + 1])
                .post("/items:import")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("BODY_TOO_LARGE"));
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url("/items:import"))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[MAX_BODY + 1])))
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("BODY_TOO_LARGE");
    }

    @Test
    void saysThatAServiceIsNotThere() {
        given().get("/metrics/summary")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("UPSTREAM_UNAVAILABLE"))
                .body("instance", equalTo("/metrics/summary"));
    }
}
