package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DashboardIT extends GatewayIT {

    @Test
    void theRootLeadsToTheDashboard() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", equalTo("/app/overview"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/app/", "/app/index.html", "/app/overview", "/app/work-orders/7"})
    void everyAddressOfTheDashboardIsItsPage(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .header("Cache-Control", equalTo("no-cache"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("connect-src 'self' http://localhost:"))
                .body(containsString("<div id=\"root\">"));
    }

    @Test
    void tellsTheBrowserWhereToSignIn() {
        given().get("/app/config.json")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(Backends.issuer().url()))
                .body("clientId", equalTo("andon-dashboard"))
                .body("build", notNullValue())
                .body("instance", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/app/assets/gone.js", "/q/metrics"})
    void nothingElseIsThere(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"))
                .body("instance", equalTo(path));
    }
}
