package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.andon.events.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ResumeIT extends GatewayIT {

    private SseEvent first;

    /** A client has seen event 0 and gone; events 1 to 9 came after that. */
    private void leaveAfterTheFirstOfTen() {
        SseClient client = subscribe();
        sendNumbered(0, 1);
        first = client.nextOfTenant();
        client.close();
        SseClient observer = subscribe();
        sendNumbered(1, 10);
        observer.upTo("\"i\":9");
    }

    @Test
    void getsEverythingAfterItsPositionOnce() {
        leaveAfterTheFirstOfTen();

        SseClient client = keep(SseClient.open(url("/events"), token(tenant), "Last-Event-ID: " + first.id()));

        SseEvent ready = client.next();
        assertThat(ready.payload().getString("outcome")).isEqualTo("resumed");
        assertThat(ready.id()).isEqualTo(first.id());
        sendNumbered(10, 12);
        assertThat(numbers(client.upTo("\"i\":11"))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void theParameterDoesWhatTheHeaderDoesAndTheHeaderWins() {
        leaveAfterTheFirstOfTen();
        String path = "/events?lastEventId=" + encoded(first.id());

        SseClient byParameter = subscribeTo(path, tenant);
        SseEvent third = byParameter.upTo("\"i\":2").get(1);
        SseClient byHeader = subscribeTo(path, tenant, "Last-Event-ID: " + third.id());

        assertThat(byHeader.nextOfTenant().payload().getInteger("i")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "workorder.events/0@", "other.topic/0@5", "workorder.events/0@5;drop"})
    void isToldToResyncWhenThePositionIsMalformed(String position) {
        assertResync(position, "position-malformed");
    }

    @Test
    void isToldToResyncWhenThePositionIsBeyondTheEnd() {
        leaveAfterTheFirstOfTen();

        assertResync(first.id().replaceFirst("@\\d+", "@999999999"), "position-ahead");
    }

    @Test
    void isToldToResyncWhenThePositionIsOfAPartitionOfOthers() {
        leaveAfterTheFirstOfTen();
        int own = Integer.parseInt(first.id().replaceFirst("workorder.events/(\\d+)@.*", "$1"));
        int other = (own + 1) % Backends.PARTITIONS;

        assertResync(first.id().replace("workorder.events/" + own, "workorder.events/" + other), "position-foreign");
    }

    @Test
    void isToldToResyncWhenThePositionIsOfATopicThatWasDeletedSince() {
        leaveAfterTheFirstOfTen();

        assertResync(first.id().replaceFirst("~[^,]+", "~none"), "topic-reset");
    }

    @Test
    void aPositionThatSomebodyTypedIsOneOfThePresentTopic() {
        leaveAfterTheFirstOfTen();

        SseClient client = subscribe("Last-Event-ID: " + first.id().replaceAll("~[^,]+", ""));

        SseEvent second = client.nextOfTenant();
        assertThat(second.payload().getInteger("i")).isEqualTo(1);
        assertThat(second.id()).contains("~" + first.id().replaceFirst("[^~]+~([^,]+).*", "$1"));
    }

    private void assertResync(String position, String reason) {
        SseClient client = keep(SseClient.open(url("/events"), token(tenant), "Last-Event-ID: " + position));

        SseEvent ready = client.next();
        SseEvent resync = client.next();
        assertThat(ready.payload().getString("outcome")).isEqualTo("resync");
        assertThat(resync.type()).isEqualTo("system.resync");
        assertThat(resync.payload().getString("reason")).isEqualTo(reason);
        assertThat(resync.id()).isEqualTo(ready.id());
        records.send(Topics.METRICS_EVENTS, tenant, TYPE, "{\"barrier\":true}");
        assertThat(client.upTo("barrier")).hasSize(1);
    }

    @Test
    void getsWhatWasRecordedSinceATime() {
        leaveAfterTheFirstOfTen();
        Instant time = Instant.parse(first.json().getString("occurredAt")).minusSeconds(1);

        SseClient client = subscribeTo("/events?since=" + encoded(time.toString()), tenant);

        assertThat(numbers(client.upTo("\"i\":9"))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aTimeThatIsNoneIsAnError() {
        given().auth()
                .oauth2(token(tenant))
                .get("/events?since=yesterday")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"));
    }

    @Test
    void aClientThatPollsGetsTheSameEvents() {
        leaveAfterTheFirstOfTen();

        JsonPath page = changes("lastEventId=" + encoded(first.id()) + "&limit=4");
        JsonPath rest = changes("lastEventId=" + encoded(page.getString("lastEventId")));
        JsonPath none = changes("lastEventId=" + encoded(rest.getString("lastEventId")));

        assertThat(page.getList("events.data.i", Integer.class)).isEqualTo(List.of(1, 2, 3, 4));
        assertThat(rest.getList("events.data.i", Integer.class)).isEqualTo(List.of(5, 6, 7, 8, 9));
        assertThat(none.getList("events")).isEmpty();
        assertThat(none.getBoolean("resync")).isFalse();
    }

    private JsonPath changes(String query) {
        return given().auth()
                .oauth2(token(tenant))
                .urlEncodingEnabled(false)
                .get("/events/changes?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aClientThatPollsIsToldToResync() {
        given().auth()
                .oauth2(token(tenant))
                .get("/events/changes?lastEventId=nonsense")
                .then()
                .statusCode(200)
                .body("resync", equalTo(true))
                .body("events", hasSize(0));
    }
}
