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
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Clients that come back with a position that is older than the window, which holds 100 events here. */
@QuarkusTest
class RecoveryIT extends GatewayIT {

    private static final int MISSED = 350;
    private static final int SLICE = 50;

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
        records.send(record(ofTenant, 0));
        first = client.nextOfTenant();
        client.close();
        SseClient observer = subscribeTo("/events", ofTenant);
        write(ofTenant, 1, events, observer);
    }

    /** Never more at once than the observer may be owed before it counts as slow. */
    private void write(String ofTenant, int from, int to, SseClient observer) {
        for (int begin = from; begin < to; begin += SLICE) {
            int end = Math.min(begin + SLICE, to);
            records.sendAll(IntStream.range(begin, end)
                    .boxed()
                    .flatMap(i -> Stream.of(record(ofTenant, i), record("others-" + i % 7, i))));
            take(observer, end - begin);
        }
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

    private static ProducerRecord<byte[], byte[]> record(String ofTenant, int i) {
        String topic = i % 5 == 4 ? Topics.METRICS_EVENTS : Topics.WORKORDER_EVENTS;
        return TestRecords.record(topic, ofTenant, i % 2 == 0 ? TYPE : "workorder:changed", "{\"i\":" + i + "}");
    }

    @Test
    void getsEverythingOnceAndGoesOnLive() {
        leaveAfterTheFirstOf(patient, MISSED);

        SseClient client = resume(patient, first.id());

        SseEvent ready = client.next();
        assertThat(ready.payload().getString("outcome")).isEqualTo("resumed");
        assertThat(ready.id()).isEqualTo(first.id());
        records.send(record(patient, MISSED));
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

        List<SseEvent> rest = take(resume(patient, all.get(100).id()), MISSED - 102);

        assertThat(numbers(rest)).containsExactlyInAnyOrderElementsOf(numbers(all.subList(101, all.size())));
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

        assertThat(numbers(take(since, MISSED))).contains(0, 1, 2, 100);
        assertThat(numbers(take(always, MISSED))).contains(0, 1, 2, 100);
    }

    @Test
    void aRecordThatCannotBeShownIsPassedOver() {
        leaveAfterTheFirstOf(patient, 3);
        records.send(TestRecords.record(
                Topics.WORKORDER_EVENTS, null, patient, Map.of(), "poison".getBytes(StandardCharsets.UTF_8)));
        SseClient observer = subscribeTo("/events", patient);
        write(patient, 3, MISSED, observer);

        List<SseEvent> events = take(resume(patient, first.id()), MISSED - 1);

        assertThat(numbers(events)).doesNotHaveDuplicates();
    }

    /** Committed or not, a transaction ends with a record of the broker's own, which no client ever sees. */
    @Test
    void whatTransactionsLeaveBetweenOffsetsIsNoLoss() {
        leaveAfterTheFirstOf(patient, 3);
        SseClient observer = subscribeTo("/events", patient);
        try (TransactionalRecords transactions = new TransactionalRecords(Backends.bootstrapServers())) {
            for (int i = 3; i < 200; i++) {
                transactions.send(Topics.WORKORDER_EVENTS, patient, TYPE, "{\"i\":" + i + "}", i % 4 != 0);
            }
        }
        int committed = (int) IntStream.range(3, 200).filter(i -> i % 4 != 0).count();
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
        assertThat(numbers(take(resume(late, middle.id()), 150))).doesNotContain(1, 2, 150);
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
        assertThat(client.next().payload().getString("outcome")).isEqualTo("resync");
        assertThat(client.next().payload().getString("reason")).isEqualTo(reason);
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
