package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OperatorReplayIT extends OperatedGateways {

    @Test
    void everyInstanceShowsAgainWhatIsWishedForAndTheLagIsTheProgress() {
        GatewayProcess one = launch(15);
        GatewayProcess two = launch(15);
        String neighbour = Stream.iterate(0, i -> i + 1)
                .map(i -> tenant + "-" + i)
                .filter(name -> partition(name) == partition)
                .findFirst()
                .orElseThrow();
        SseClient ofOne = connect(one);
        SseClient ofTwo = connect(two);
        SseClient ofNeighbour = connect(two, neighbour, "/events");
        SseClient choosy = connect(one, tenant, "/events?types=metrics:updated");
        long before = records.send(Topics.WORKORDER_EVENTS, neighbour, TYPE, "{\"i\":0}")
                .offset();
        ProducerRecord<byte[], byte[]> first = TestRecords.record(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":0}");
        records.send(first);
        send(1, 100);
        List<SseEvent> sent = ofOne.upTo("\"i\":99");
        String lastId = sent.get(sent.size() - 1).id();
        ofTwo.upTo("\"i\":99");
        ofNeighbour.upTo("\"i\":0");

        reset("--to-offset", Long.toString(before));
        ofTwo.await(event -> event.data().contains("\"replayed\":true"));
        send(100, 110);
        // Of the 111 records that are owed, the first commit of progress leaves some.
        Awaitility.await().atMost(PATIENCE).until(this::lagNow, lag -> lag >= 1 && lag <= 110);

        List<SseEvent> live = new ArrayList<>();
        assertThat(replayedUpTo(ofOne, 99, live)).isEqualTo(numbers(0, 100));
        assertThat(live).extracting(event -> event.payload().getInteger("i")).isEqualTo(numbers(100, 110));
        assertThat(live).extracting(SseEvent::id).doesNotContain("");
        assertThat(replayedUpTo(ofTwo, 99, new ArrayList<>())).isEqualTo(numbers(1, 100));
        assertThat(replayedUpTo(ofNeighbour, 0, new ArrayList<>())).containsExactly(0);
        Awaitility.await().atMost(PATIENCE).until(() -> operator.lag(Topics.WORKORDER_EVENTS, partition) == 0);

        // A record that is sent again by hand is an event like any other.
        records.send(first);
        for (SseClient client : List.of(ofOne, ofTwo)) {
            SseEvent again = client.nextOfTenant();
            assertThat(again.data()).contains("\"i\":0}").doesNotContain("replayed");
            assertThat(again.id()).isNotEmpty();
        }
        SseClient resumed = connect(one, tenant, "/events", "Last-Event-ID: " + lastId);
        assertThat(resumed.upTo("\"i\":0}"))
                .noneMatch(event -> event.data().contains("replayed"))
                .extracting(event -> event.payload().getInteger("i"))
                .isEqualTo(
                        Stream.concat(numbers(100, 110).stream(), Stream.of(0)).toList());
        records.send(Topics.METRICS_EVENTS, tenant, "metrics:updated", "{\"barrier\":true}");
        assertThat(choosy.upTo("barrier")).hasSize(1);
    }

    @Test
    void aRestartGoesOnInTheMiddleAndRepeatsNothing() {
        List<Integer> seen;
        // Slow enough that most of it is left when the gateway ends.
        try (GatewayProcess gateway = launch(10, "andon.replay.rest-interval=1s");
                SseClient client = connect(gateway)) {
            send(0, 120);
            client.upTo("\"i\":119");
            Awaitility.await().atMost(PATIENCE).until(() -> operator.lag(Topics.WORKORDER_EVENTS, partition) == 0);
            reset("--shift-by", "-120");
            seen = replayedUpTo(client, 15, new ArrayList<>());
            gateway.terminate();
            client.await(event -> event.type().equals("system.bye")).stream()
                    .filter(event -> event.data().contains("\"replayed\":true"))
                    .map(event -> event.payload().getInteger("i"))
                    .forEach(seen::add);
            gateway.exitCode();
        }
        // Whoever is not there when the rest is shown has missed it: the client has time to come.
        try (GatewayProcess gateway = launch(1000, "andon.replay.start-delay=15s");
                SseClient client = connect(gateway)) {
            List<Integer> rest = replayedUpTo(client, 119, new ArrayList<>());
            assertThat(Stream.of(seen, rest).flatMap(List::stream)).isEqualTo(numbers(0, 120));
            Awaitility.await().atMost(PATIENCE).until(() -> operator.lag(Topics.WORKORDER_EVENTS, partition) == 0);
            gateway.kill();
        }
        GatewayProcess gateway = launch(1000);
        SseClient client = connect(gateway);
        reset("--shift-by", "-1");
        assertThat(replayedUpTo(client, 119, new ArrayList<>())).containsExactly(119);
    }

    /** Twenty kilobytes a record, so that no more than some of them have been fetched when they go. */
    @Test
    void goesOnWithTheFirstRecordThatIsKept() throws Exception {
        String padding = "x".repeat(20_000);
        long first =
                records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":0}").offset();
        records.sendAll(IntStream.range(1, 200)
                .mapToObj(i -> TestRecords.record(
                        Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":" + i + ",\"p\":\"" + padding + "\"}")));
        SseClient client = connect(launch(20));
        reset("--to-offset", Long.toString(first));
        List<Integer> seen = replayedUpTo(client, 3, new ArrayList<>());

        admin.deleteRecords(Map.of(partition(), RecordsToDelete.beforeOffset(first + 150)))
                .all()
                .get();

        seen.addAll(replayedUpTo(client, 199, new ArrayList<>()));
        int gap = seen.indexOf(150);
        assertThat(gap).isLessThan(150);
        assertThat(seen.subList(0, gap)).isEqualTo(numbers(0, gap));
        assertThat(seen.subList(gap, seen.size())).isEqualTo(numbers(150, 200));
    }
}
