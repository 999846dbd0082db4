package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatsIT extends GatewayIT {

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void showTheCallersTenant() {
        SseClient one = subscribe();
        SseClient two = subscribe();
        sendNumbered(0, 3);
        one.upTo("\"i\":2");
        two.upTo("\"i\":2");

        // What was delivered is counted after it was: the reader may be the first to know.
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> given().auth()
                .oauth2(token(tenant))
                .get("/events/stats")
                .then()
                .statusCode(200)
                .body("eventsDelivered", equalTo(6)));
        given().auth()
                .oauth2(token(tenant))
                .get("/events/stats")
                .then()
                .statusCode(200)
                .body("tenant", equalTo(tenant))
                .body("connections", equalTo(2))
                .body("users", equalTo(1))
                .body("eventsDelivered", equalTo(6))
                .body("resyncs", equalTo(0))
                .body("instance", notNullValue())
                .body("oldestBufferedAt", notNullValue())
                .body("position", containsString("workorder.events/"))
                .body("$", not(hasItem("tenants")));
    }

    @Test
    void showAnAdminAllTenants() {
        subscribe();
        subscribeTo("/events", tenant + "-x");
        String admin = Backends.issuer().token(tenant, List.of("admin"), Duration.ofMinutes(1));

        given().auth()
                .oauth2(admin)
                .get("/events/stats")
                .then()
                .statusCode(200)
                .body("tenants.tenant", hasItem(tenant))
                .body("tenants.tenant", hasItem(tenant + "-x"))
                .body("totals.connections", notNullValue());
    }

    @Test
    void aPersonWithTooManyStreamsIsRefusedInAWayThatABrowserSurvives() {
        for (int i = 0; i < 5; i++) {
            subscribe();
        }

        SseClient refused = keep(SseClient.open(url("/events"), token(tenant)));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.next().type()).isEqualTo("system.refused");
        assertThat(Integer.parseInt(refused.retry())).isBetween(1000, 3000);
        refused.awaitEnd();
        given().auth()
                .oauth2(token(tenant))
                .accept("application/json")
                .get("/events")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("STREAM_REFUSED"));
    }

    @Test
    void metersAreThereForPrometheus() {
        SseClient client = subscribe();
        sendNumbered(0, 1);
        client.upTo("\"i\":0");

        client.close();
        given().get(url("/events/stats"));

        given().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("andon_sse_connections "))
                .body(containsString("andon_sse_connections_opened_total"))
                .body(containsString("andon_sse_connections_closed_total{reason=\"client-gone\"}"))
                .body(containsString("andon_sse_events_sent_total{type=\"production:changed\"}"))
                .body(containsString("andon_sse_resumes_total{outcome=\"fresh\",source=\"none\"}"))
                .body(containsString("andon_sse_queue_bytes"))
                .body(containsString("andon_sse_delivery_seconds_bucket"))
                .body(containsString("andon_sse_events_coalesced_total"))
                .body(containsString("andon_intake_lag_records "))
                .body(containsString("andon_intake_lag_seconds "))
                .body(containsString("http_server_requests_seconds_count"))
                .body(not(containsString("uri=\"/events\"")));
    }
}
