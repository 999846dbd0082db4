package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators may set about who streams, on a gateway of its own. */
class AccessSettingsIT {

    private static final String TENANT = "access-settings";
    private static final String SUSPENDED = "access-suspended";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Backends BACKENDS = new Backends();

    private static GatewayProcess process;
    private static URI gateway;

    @BeforeAll
    static void launch() {
        Map<String, String> settings = BACKENDS.start();
        process = GatewayProcess.launch(
                "kafka.bootstrap.servers=" + settings.get("kafka.bootstrap.servers"),
                "quarkus.oidc.auth-server-url=" + settings.get("quarkus.oidc.auth-server-url"),
                "andon.proxy.workorder-url=" + settings.get("andon.proxy.workorder-url"),
                "andon.access.query-token=true",
                "andon.access.suspended-tenants=other-tenant," + SUSPENDED,
                "quarkus.http.proxy.proxy-address-forwarding=true",
                "quarkus.http.access-log.enabled=true",
                "quarkus.log.category.\"io.andon\".level=DEBUG");
        gateway = process.address();
        Awaitility.await()
                .atMost(GatewayProcess.START)
                .until(() -> SseClient.open(gateway.resolve("/events"), token(TENANT)), client -> client.isReady());
    }

    @AfterAll
    static void stop() {
        process.close();
        BACKENDS.stop();
    }

    private static String token(String tenant) {
        return Backends.issuer().token(tenant, List.of("viewer"), Duration.ofMinutes(5));
    }

    private static String at(String path) {
        return gateway.resolve(path).toString();
    }

    @Test
    void aTokenInTheAddressOpensAStreamAndIsInNoLog() {
        String token = token(TENANT);
        String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";

        try (SseClient client = SseClient.open(gateway.resolve("/events?access_token=" + token), "")) {
            client.await("system.ready");
            assertThat(client.header("Cache-Control")).contains("no-store");
        }
        given().get(at("/events/stats?access_token=" + token))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"));
        given().get(at("/events/stats?access_token=" + forged))
                .then()
                .statusCode(401)
                .body("instance", equalTo("/events/stats"));

        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(process.log())
                .contains("\"GET /events/stats HTTP/1.1\" 200", "\"GET /events/stats HTTP/1.1\" 401"));
        assertThat(process.log()).doesNotContain(token, forged, "access_token");
    }

    @Test
    void tellsTheClientsOfASuspendedTenantToStop() {
        given().auth()
                .oauth2(token(SUSPENDED))
                .accept("text/event-stream")
                .get(at("/events"))
                .then()
                .statusCode(204);
        for (String path : List.of("/events/stats", "/events/changes")) {
            given().auth()
                    .oauth2(token(SUSPENDED))
                    .get(at(path))
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("TENANT_SUSPENDED"));
        }
        given().auth()
                .oauth2(token(SUSPENDED))
                .post(at("/events/session"))
                .then()
                .statusCode(403)
                .body("code", equalTo("TENANT_SUSPENDED"));
    }

    /** Whether a suspended tenant may post is for the service to decide. */
    @Test
    void passesOnWhatASuspendedTenantAsksOfAService() {
        given().auth().oauth2(token(SUSPENDED)).get(at("/items")).then().statusCode(201);
    }

    @Test
    void makesTheCookieSecureWhereAProxySaysThatTheBrowserTalksTls() {
        Cookie cookie = given().auth()
                .oauth2(token(TENANT))
                .header("X-Forwarded-Proto", "https")
                .post(at("/events/session"))
                .detailedCookie("andon_session");

        assertThat(cookie.isSecured()).isTrue();
    }

    @Test
    void doesNotSendABrowserAwayForEverWhenTheIssuerIsNotThere() {
        try (GatewayProcess lonely = GatewayProcess.launch(
                "kafka.bootstrap.servers=" + Backends.bootstrapServers(),
                "quarkus.oidc.auth-server-url=http://localhost:" + gateway.getPort() + "/no-issuer")) {
            try (SseClient client = SseClient.open(lonely.address().resolve("/events"), token(TENANT))) {
                SseEvent refused = client.next();
                assertThat(client.status()).isEqualTo(200);
                assertThat(refused.type()).isEqualTo("system.refused");
                assertThat(refused.payload().getString("reason")).isEqualTo("issuer-unavailable");
            }
            given().auth()
                    .oauth2(token(TENANT))
                    .get(lonely.address().resolve("/events/stats"))
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("ISSUER_UNAVAILABLE"));
        }
    }
}
