package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Clients that come back with a position that is older than the window, which holds 100 events here. */
@QuarkusTest
class RecoveryIT extends GatewayIT {

    private static final int MISSED = 350;

    /** Records are deleted from one partition; that other tests find theirs, this class keeps to others. */
    private static final int PARTITION_WITH_RETENTION = 0;

    private final String patient = tenantOn(false);
    private SseEvent first;

    private static String tenantOn(boolean partitionWithRetention) {
        String name;
        int partition;
        do {
            name = "t-" + UUID.randomUUID().toString().substring(0, 8);
            partition = BuiltInPartitioner.partitionForKey(name.getBytes(StandardCharsets.UTF_8), Backends.PARTITIONS);
        } while ((partition == PARTITION_WITH_RETENTION) != partitionWithRetention);
        return name;
    }

    /** A client has seen event 0 and gone; many more came after that, and others' between them. */
    private void leaveAfterTheFirstOf(String ofTenant, int events) {
        SseClient client = subscribeTo("/events", ofTenant);
        send(ofTenant, 0);
        first = client.nextOfTenant();
        client.close();
        SseClient observer = subscribeTo("/events", ofTenant);
        for (int i = 1; i < events; i++) {
            send(ofTenant, i);
            if (i % 3 == 0) {
                send("others-" + i % 7, i);
            }
        }
        take(observer, events - 1);
    }

    /** The next events of the tenant, in two topics whose order among each other is not kept. */
    private static List<SseEvent> take(SseClient client, int count) {
        List<SseEvent> events = new ArrayList<>();
        while (events.size() < count) {
            SseEvent event = client.next();
            assertThat(event.type()).isNotIn("system.resync", "end of stream");
            if (!event.isSystem()) {
                events.add(event);
            }
        }
        return events;
    }

    private void send(String ofTenant, int i) {
        String topic = i % 5 == 4 ? Topics.METRICS_EVENTS : Topics.WORKORDER_EVENTS;
        records.send(topic, ofTenant, i % 2 == 0 ? TYPE : "workorder:changed", "{\"i\":" + i + "}");
    }

    @Test
    void getsEverythingOnceAndGoesOnLive() {
        leaveAfterTheFirstOf(patient, MISSED);

        SseClient client = resume(patient, first.id());

        SseEvent ready = client.next();
        assertThat(ready.payload().getString("outcome")).isEqualTo("resumed");
        assertThat(ready.id()).isEqualTo(first.id());
        send(patient, MISSED);
        List<SseEvent> events = client.upTo("\"i\":" + MISSED + "}");
        assertThat(numbers(events))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, MISSED).boxed().toList());
        assertInOrder(events);
    }

    private SseClient resume(String ofTenant, String position) {
        return keep(SseClient.open(url("/events"), token(ofTenant), "Last-Event-ID: " + position));
    }

    /** In each topic as it was written, and no id leads back in any. */
    private static void assertInOrder(List<SseEvent> events) {
        for (boolean metrics : new boolean[] {true, false}) {
            assertThat(numbers(events).stream().filter(i -> i % 5 == 4 == metrics))
                    .isSorted();
        }
        for (int topic = 0; topic < 2; topic++) {
            int part = topic;
            assertThat(events.stream()
                            .map(event ->
                                    Long.valueOf(event.id().split(",")[part].replaceFirst(".*@(-?\\d+).*", "$1"))))
                    .isSorted();
        }
    }

    @Test
    void anyEventOfThemIsAPlaceToGoOnFrom() {
        leaveAfterTheFirstOf(patient, MISSED);
        List<SseEvent> all = take(resume(patient, first.id()), MISSED - 1);

        SseEvent inBetween = all.get(100);
        List<SseEvent> rest = take(resume(patient, inBetween.id()), MISSED - 102);

        List<String> expected = new ArrayList<>(
                all.subList(101, all.size()).stream().map(SseEvent::data).toList());
        assertThat(rest.stream().map(SseEvent::data)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void getsTheTypesThatItWants() {
        leaveAfterTheFirstOf(patient, MISSED);

        SseClient client =
                keep(SseClient.open(url("/events?types=" + TYPE), token(patient), "Last-Event-ID: " + first.id()));

        assertThat(numbers(take(client, MISSED / 2 - 1))).allMatch(i -> i % 2 == 0);
    }

    @Test
    void getsWhatHappenedSinceATimeThatTheWindowHasForgotten() {
        leaveAfterTheFirstOf(patient, MISSED);

        SseClient since = keep(
                SseClient.open(url("/events?since=" + encoded(first.json().getString("occurredAt"))), token(patient)));
        SseClient always = keep(SseClient.open(url("/events?since=2020-01-01T00:00:00Z"), token(patient)));

        assertThat(since.await("system.ready").payload().getString("outcome")).isEqualTo("resumed");
        assertThat(numbers(take(since, MISSED))).contains(0, 1, 2, 100);
        assertThat(numbers(take(always, MISSED))).contains(0, 1, 2, 100);
    }

    @Test
    void aRecordThatCannotBeShownIsPassedOver() {
        leaveAfterTheFirstOf(patient, 3);
        records.send(TestRecords.record(
                Topics.WORKORDER_EVENTS, null, patient, Map.of(), "poison".getBytes(StandardCharsets.UTF_8)));
        SseClient observer = subscribeTo("/events", patient);
        IntStream.range(3, MISSED).forEach(i -> send(patient, i));
        take(observer, MISSED - 3);

        List<SseEvent> events = take(resume(patient, first.id()), MISSED - 1);

        assertThat(numbers(events)).doesNotHaveDuplicates();
    }

    /** Committed or not, a transaction ends with a record of the broker's own, which no client ever sees. */
    @Test
    void whatTransactionsLeaveBetweenOffsetsIsNoLoss() {
        leaveAfterTheFirstOf(patient, 3);
        SseClient observer = subscribeTo("/events", patient);
        try (TransactionalRecords transactions = new TransactionalRecords(Backends.bootstrapServers())) {
            for (int i = 3; i < MISSED; i++) {
                transactions.send(Topics.WORKORDER_EVENTS, patient, TYPE, "{\"i\":" + i + "}", i % 4 != 0);
            }
        }
        int committed = (int) IntStream.range(3, MISSED).filter(i -> i % 4 != 0).count();
        take(observer, committed);

        List<SseEvent> events = take(resume(patient, first.id()), committed + 2);

        assertThat(numbers(events)).noneMatch(i -> i > 2 && i % 4 == 0).doesNotHaveDuplicates();
        assertInOrder(events.subList(2, events.size()));
    }

    @Test
    void isToldToResyncWhenWhatItMissedWasDeleted() throws ExecutionException, InterruptedException {
        String late = tenantOn(true);
        leaveAfterTheFirstOf(late, MISSED);
        SseEvent middle = take(resume(late, first.id()), MISSED - 1).stream()
                .filter(event -> event.payload().getInteger("i") == 150)
                .findFirst()
                .orElseThrow();
        deleteUpTo(middle);

        assertResync(resume(late, first.id()), "position-too-old");
        assertResync(keep(SseClient.open(url("/events?since=2020-01-01T00:00:00Z"), token(late))), "time-too-old");
        SseClient inTime = resume(late, middle.id());
        assertThat(inTime.await("system.ready").payload().getString("outcome")).isEqualTo("resumed");
        assertThat(numbers(take(inTime, 150))).doesNotContain(1, 2, 150);
    }

    private static void deleteUpTo(SseEvent event) throws ExecutionException, InterruptedException {
        String part = event.id().split(",")[0];
        TopicPartition partition = new TopicPartition(Topics.WORKORDER_EVENTS, PARTITION_WITH_RETENTION);
        long offset = Long.parseLong(part.replaceFirst(".*@(\\d+).*", "$1"));
        try (Admin admin = Backends.admin()) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset + 1)))
                    .all()
                    .get();
        }
    }

    private static void assertResync(SseClient client, String reason) {
        SseEvent ready = client.next();
        SseEvent resync = client.next();
        assertThat(ready.payload().getString("outcome")).isEqualTo("resync");
        assertThat(resync.payload().getString("reason")).isEqualTo(reason);
        assertThat(resync.id()).isEqualTo(ready.id());
    }

    @Test
    void aClientThatPollsGetsAllOfThemPageByPage() {
        leaveAfterTheFirstOf(patient, MISSED);
        List<Integer> numbers = new ArrayList<>();
        String position = first.id();

        List<Integer> page;
        do {
            JsonPath answer = changes(position);
            page = answer.getList("events.data.i", Integer.class);
            position = answer.getString("lastEventId");
            assertThat(answer.getBoolean("resync")).isFalse();
            assertThat(page).hasSizeLessThanOrEqualTo(80);
            numbers.addAll(page);
        } while (!page.isEmpty());

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(1, MISSED).boxed().toList());
    }

    private JsonPath changes(String position) {
        return given().auth()
                .oauth2(token(patient))
                .urlEncodingEnabled(false)
                .get("/events/changes?limit=80&lastEventId=" + encoded(position))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
