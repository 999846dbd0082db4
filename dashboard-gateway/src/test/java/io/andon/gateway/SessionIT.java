package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cookie for a browser's own EventSource, which can set no header. */
@QuarkusTest
class SessionIT extends GatewayIT {

    private static final String COOKIE = "andon_session";
    private static final String SESSION = "/events/session";

    private static Cookie begin(String token) {
        return given().auth()
                .oauth2(token)
                .post(SESSION)
                .then()
                .statusCode(204)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .detailedCookie(COOKIE);
    }

    private static String header(Cookie cookie) {
        return "Cookie: " + COOKIE + "=" + cookie.getValue();
    }

    private SseClient subscribeBy(Cookie cookie) {
        SseClient client = keep(SseClient.open(url("/events"), "", header(cookie)));
        client.await("system.ready");
        return client;
    }

    @Test
    void opensTheTenantsStreamAndIsNoUseToAScript() {
        Cookie cookie = begin(token(tenant));

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/events");
        assertThat(cookie.hasDomain()).isFalse();
        assertThat(cookie.getMaxAge()).isBetween(200L, 300L);
        SseClient client = subscribeBy(cookie);
        sendNumbered(0, 1);
        assertThat(numbers(client.upTo("\"i\":0"))).containsExactly(0);
    }

    /** In the clear, whatever a client says of itself: only a proxy that is configured may speak for it. */
    @Test
    void isSecureOnlyWhereTheBrowserTalksTls() {
        Cookie cookie = given().auth()
                .oauth2(token(tenant))
                .header("X-Forwarded-Proto", "https")
                .post(SESSION)
                .detailedCookie(COOKIE);

        assertThat(cookie.isSecured()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/events/stats", "/events/changes"})
    void isRefusedAndTakenAwayWhenItsTokenIsNoGood(String path) {
        String expired = Backends.issuer().token(tenant, List.of("viewer"), Duration.ofMinutes(-1));

        for (String bad : List.of(expired, "nonsense", "\"\"")) {
            Cookie taken = given().header("Cookie", COOKIE + "=" + bad)
                    .accept("text/event-stream")
                    .get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("UNAUTHENTICATED"))
                    .extract()
                    .detailedCookie(COOKIE);
            assertThat(taken.getMaxAge()).isZero();
            assertThat(taken.getPath()).isEqualTo("/events");
            assertThat(taken.getValue()).isEmpty();
        }
    }

    @Test
    void givesWayToABearerToken() {
        String cookie = header(begin(token(tenant))).substring("Cookie: ".length());

        given().header("Cookie", cookie)
                .auth()
                .oauth2(token(tenant + "-x"))
                .get("/events/stats")
                .then()
                .statusCode(200)
                .body("tenant", equalTo(tenant + "-x"));
        given().header("Cookie", cookie)
                .auth()
                .oauth2("nonsense")
                .get("/events/stats")
                .then()
                .statusCode(401)
                .header("Set-Cookie", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Origin, http://localhost:GATEWAY, 200",
        "Origin, http://localhost:1, 403",
        "Origin, null, 403"
    })
    void isGoodForPagesOfThisOriginAlone(String name, String value, int status) {
        given().cookie(begin(token(tenant)))
                .header(name, value.replace("GATEWAY", Integer.toString(gateway.getPort())))
                .get("/events/stats")
                .then()
                .statusCode(status)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void isOfNoUseForAnythingButReadingEvents() {
        given().cookie(begin(token(tenant))).post(SESSION).then().statusCode(401);
        given().header("Origin", "http://elsewhere")
                .header("Access-Control-Request-Method", "DELETE")
                .options(SESSION)
                .then()
                .statusCode(405)
                .header("Allow", equalTo("POST, DELETE"))
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void endsItsOwnStreamsWhenItIsGivenUp() {
        Cookie own = begin(token(tenant));
        SseClient ended = subscribeBy(own);
        SseClient ofAnotherSession = subscribeBy(begin(token(tenant)));
        SseClient ofABearer = subscribe();

        Cookie taken = given().cookie(own)
                .delete(SESSION)
                .then()
                .statusCode(204)
                .extract()
                .detailedCookie(COOKIE);

        assertThat(taken.getMaxAge()).isZero();
        assertThat(ended.await("system.bye").payload().getString("reason")).isEqualTo("signed-out");
        ended.awaitEnd();
        sendNumbered(0, 1);
        assertThat(ofAnotherSession.upTo("\"i\":0")).hasSize(1);
        assertThat(ofABearer.upTo("\"i\":0")).hasSize(1);
    }

    @Test
    void canBeGivenUpByWhoHasNone() {
        given().delete(SESSION).then().statusCode(204).cookie(COOKIE, equalTo(""));
    }

    @Test
    void isNotBegunWithATokenThatNoCookieHolds() {
        List<String> roles = Collections.nCopies(500, "viewer");

        given().auth()
                .oauth2(Backends.issuer().token(tenant, roles, PATIENCE))
                .post(SESSION)
                .then()
                .statusCode(400)
                .body("code", equalTo("TOKEN_TOO_LONG"))
                .header("Set-Cookie", nullValue());
    }

    /** Another site's page can add a cookie of the name, not read ours: a stream of whom it likes is not to come of it. */
    @Test
    void isRefusedWhereThereAreTwo() {
        String two = "%s=%s; %s=%s".formatted(COOKIE, token(tenant), COOKIE, token(tenant + "-x"));

        given().header("Cookie", two).get("/events/stats").then().statusCode(401);
    }

    @Test
    void endsWithItsToken() {
        String token = Backends.issuer().token(tenant, List.of("viewer"), Duration.ofSeconds(5));
        Cookie cookie = begin(token);
        SseClient client = subscribeBy(cookie);

        assertThat(cookie.getMaxAge()).isLessThan(5);
        assertThat(client.await("system.bye").payload().getString("reason")).isEqualTo("token-expired");
        client.awaitEnd();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> given().cookie(cookie).get("/events/stats").statusCode() == 401);
    }
}
