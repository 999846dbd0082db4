package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.CloudEventHeaders;
import io.andon.events.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventStreamIT extends GatewayIT {

    @Test
    void beginsWithReadyAndThePresentPosition() {
        RecordMetadata last = records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{}");
        SseClient observer = subscribe();
        records.send(Topics.METRICS_EVENTS, tenant, "metrics:updated", "{\"barrier\":true}");
        observer.upTo("barrier");

        SseClient client = keep(SseClient.open(url("/events"), token(tenant)));

        SseEvent ready = client.next();
        assertThat(client.status()).isEqualTo(200);
        assertThat(client.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(client.header("Cache-Control")).isEqualTo("no-store, no-transform");
        assertThat(client.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(Integer.parseInt(client.retry())).isBetween(1000, 3000);
        assertThat(ready.type()).isEqualTo("system.ready");
        assertThat(ready.id())
                .startsWith("workorder.events/" + last.partition() + "@")
                .contains(",metrics.events/");
        assertThat(ready.json().getMap()).containsKeys("id", "type", "occurredAt", "data");
        assertThat(ready.payload().getString("outcome")).isEqualTo("fresh");
        assertThat(ready.payload().getMap()).containsKeys("clientId", "instance", "build", "serverTime");
    }

    @Test
    void framesReachEverySubscriberOfTheTenantAndNobodyElse() {
        SseClient one = subscribe();
        SseClient two = subscribe();
        SseClient stranger = subscribeTo("/events", tenant + "-x");
        Map<String, byte[]> headers = TestRecords.headers(tenant, "workorder:completed");
        byte[] value = "{\"workOrderId\":\"w1\",\"note\":\"ü\"}".getBytes(StandardCharsets.UTF_8);

        RecordMetadata sent = records.send(TestRecords.record(Topics.WORKORDER_EVENTS, null, tenant, headers, value));

        for (SseClient client : List.of(one, two)) {
            SseEvent event = client.nextOfTenant();
            assertThat(event.type()).isEqualTo("workorder:completed");
            assertThat(event.id())
                    .matches("workorder\\.events/%d@%d~\\S{4},metrics\\.events/.*"
                            .formatted(sent.partition(), sent.offset()));
            assertThat(event.data())
                    .isEqualTo("{\"id\":\"%s\",\"type\":\"workorder:completed\",\"occurredAt\":\"%s\",\"data\":%s}"
                            .formatted(
                                    new String(headers.get(CloudEventHeaders.ID), StandardCharsets.UTF_8),
                                    new String(headers.get(CloudEventHeaders.TIME), StandardCharsets.UTF_8),
                                    new String(value, StandardCharsets.UTF_8)));
        }
        records.send(Topics.WORKORDER_EVENTS, tenant + "-x", TYPE, "{\"barrier\":true}");
        assertThat(stranger.upTo("barrier")).hasSize(1);
    }

    @Test
    void keepsTheOrderUnderABurst() {
        SseClient client = subscribe();

        sendNumbered(0, 300);

        List<SseEvent> events = client.upTo("\"i\":299");
        assertThat(numbers(events)).isSorted().hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void sendsOnlyTheTypesAskedFor() {
        SseClient client = subscribeTo("/events?types=metrics:updated,production:changed", tenant);

        records.send(Topics.WORKORDER_EVENTS, tenant, "workorder:changed", "{}");
        records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"barrier\":true}");

        assertThat(client.upTo("barrier")).extracting(SseEvent::type).containsExactly(TYPE);
    }

    @Test
    void passesOnATypeItDoesNotKnowAndPutsTheValueOnOneLine() {
        SseClient client = subscribe();

        records.send(Topics.WORKORDER_EVENTS, tenant, "shift:ended", "{\n  \"shift\": \"night\"\r\n}");

        SseEvent event = client.nextOfTenant();
        assertThat(event.type()).isEqualTo("shift:ended");
        assertThat(event.payload().getString("shift")).isEqualTo("night");
    }

    @Test
    void deliversARecordOnAForeignPartitionWithoutMovingThePosition() {
        SseClient client = subscribe();
        RecordMetadata own = records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":1}");
        SseEvent before = client.nextOfTenant();
        int foreign = (own.partition() + 1) % Backends.PARTITIONS;
        byte[] value = "{\"i\":2}".getBytes(StandardCharsets.UTF_8);

        records.send(
                TestRecords.record(Topics.WORKORDER_EVENTS, foreign, tenant, TestRecords.headers(tenant, TYPE), value));

        SseEvent event = client.nextOfTenant();
        assertThat(event.payload().getInteger("i")).isEqualTo(2);
        assertThat(event.id()).isEqualTo(before.id());
    }

    @Test
    void heartbeatsAreNamedAndMoveThePositionOn() {
        String neighbour = neighbourOnTheSamePartition();
        SseClient client = subscribe();
        SseClient observer = subscribeTo("/events", neighbour);
        RecordMetadata sent = records.send(Topics.WORKORDER_EVENTS, neighbour, TYPE, "{\"barrier\":true}");
        observer.upTo("barrier");

        List<SseEvent> beats = client.await(event -> event.type().equals("system.heartbeat")
                && event.id().startsWith("workorder.events/" + sent.partition() + "@" + sent.offset() + "~"));

        assertThat(beats).extracting(SseEvent::type).containsOnly("system.heartbeat");
    }

    private String neighbourOnTheSamePartition() {
        int partition =
                records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{}").partition();
        for (int i = 0; ; i++) {
            String candidate = tenant + "-" + i;
            if (records.send(Topics.WORKORDER_EVENTS, candidate, TYPE, "{}").partition() == partition) {
                return candidate;
            }
        }
    }

    @Test
    void speaksHttp2InTheClear() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(url("/events"))
                .header("Authorization", "Bearer " + token(tenant))
                .header("Accept", "text/event-stream")
                .build();

        HttpResponse<java.util.stream.Stream<String>> response =
                client.send(request, HttpResponse.BodyHandlers.ofLines());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(200);
        try (var body = response.body()) {
            Iterator<String> lines =
                    body.filter(line -> line.startsWith("event:")).iterator();
            assertThat(lines.next()).isEqualTo("event: system.ready");
            sendNumbered(0, 1);
            String event = lines.next();
            while (event.equals("event: system.heartbeat")) {
                event = lines.next();
            }
            assertThat(event).isEqualTo("event: " + TYPE);
        }
    }
}
