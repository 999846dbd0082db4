package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessIT extends GatewayIT {

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/events/stats", "/events/changes"})
    void refusesACallerWithoutAToken(String path) {
        given().accept("text/event-stream")
                .get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("instance", equalTo(path));
    }

    @Test
    void refusesAForgedToken() {
        String token = token(tenant);
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";

        assertProblem(forged, 401, "UNAUTHENTICATED");
        assertProblem("nonsense", 401, "UNAUTHENTICATED");
    }

    @Test
    void refusesAnExpiredToken() {
        String shortLived = Backends.issuer().token(tenant, List.of("viewer"), Duration.ofSeconds(1));

        // It may be the first request of all, on a client and a gateway that have answered none.
        Awaitility.await()
                .atMost(GatewayProcess.START)
                .until(() ->
                        given().auth().oauth2(shortLived).get("/events/stats").statusCode() == 401);

        assertProblem(shortLived, 401, "UNAUTHENTICATED");
    }

    @Test
    void refusesATokenWithoutATenant() {
        assertProblem(Backends.issuer().token("Not A Tenant", List.of("viewer"), PATIENCE), 403, "TENANT_MISSING");
    }

    @Test
    void refusesATokenWithoutARole() {
        assertProblem(Backends.issuer().token(tenant, List.of("visitor"), PATIENCE), 403, "ROLE_LACKING");
    }

    private static void assertProblem(String token, int status, String code) {
        given().auth()
                .oauth2(token)
                .accept("text/event-stream")
                .get("/events")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @Test
    void takesNoTokenFromTheAddressUnlessItIsToldTo() {
        given().get("/events/stats?access_token=" + token(tenant)).then().statusCode(401);
    }

    @Test
    void closesTheStreamWhenTheTokenExpires() {
        String shortLived = Backends.issuer().token(tenant, List.of("viewer"), Duration.ofSeconds(5));

        SseClient client = keep(SseClient.open(url("/events"), shortLived));

        SseEvent bye = client.await("system.bye");
        assertThat(bye.payload().getString("reason")).isEqualTo("token-expired");
        assertThat(bye.payload().getMap()).containsKey("retryMs");
        client.awaitEnd();
    }

    @Test
    void takesNoOtherMethod() {
        given().post("/events").then().statusCode(405).body("code", equalTo("METHOD_NOT_ALLOWED"));
    }
}
