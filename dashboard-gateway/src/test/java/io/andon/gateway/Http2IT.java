package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Many streams on one connection, each with a bound of its own; and a connection that is used to do harm. */
@QuarkusTest
class Http2IT extends GatewayIT {

    private static final String PAD = "x".repeat(10_000);
    private static final int STREAMS = 20;
    private static final int EVENTS = 40;

    /** Not more than the gateway holds for each: who reads drops nothing, however slow the connection is. */
    private static final int SLICE = 4;

    /** 200 are borne in 30 s; nobody needs more to find out that they are not borne for ever. */
    private static final int RESETS = 5_000;

    /** One of several people of the tenant: each may have a few streams only. */
    private String token(int person) {
        return Backends.issuer().token(tenant, List.of("person-" + person, "viewer"), Duration.ofMinutes(5));
    }

    private void sendLarge(int from, int to) {
        for (int i = from; i < to; i++) {
            records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":" + i + ",\"pad\":\"" + PAD + "\"}");
        }
    }

    /** 400 KB for each of them: more than a stream's window and what the gateway holds. */
    @Test
    void aStreamThatIsNotReadIsNoOthersProblemOnItsConnection() {
        try (Http2Client client = new Http2Client(gateway)) {
            Http2Stream slow = client.openWithoutReading(token(0));
            Http2Stream leaving = client.openWithoutReading(token(1));
            List<Http2Stream> others = IntStream.range(2, STREAMS)
                    .mapToObj(person -> client.open(token(person)))
                    .toList();
            others.forEach(stream -> stream.await("system.ready"));

            for (int from = 0; from < EVENTS; from += SLICE) {
                List<Integer> slice =
                        IntStream.range(from, from + SLICE).boxed().toList();
                sendLarge(from, from + SLICE);
                String last = "\"i\":" + (from + SLICE - 1) + ",";
                assertThat(others).allSatisfy(other -> assertThat(numbers(other.upTo(last)))
                        .isEqualTo(slice));
            }
            slow.startReading();
            List<SseEvent> seen = slow.await(event -> event.type().equals("system.resync"));
            assertThat(seen.get(seen.size() - 1).payload().getString("reason")).isEqualTo("slow-client");
            seen.removeIf(SseEvent::isSystem);
            assertThat(numbers(seen)).hasSizeLessThan(EVENTS).isSorted().doesNotHaveDuplicates();
            leaving.reset();
            Awaitility.await().atMost(PATIENCE).until(() -> connections() == STREAMS - 1);
            sendNumbered(1000, 1001);
            assertThat(numbers(slow.upTo("\"i\":1000"))).containsExactly(1000);
            assertThat(others)
                    .allSatisfy(other -> assertThat(other.upTo("\"i\":1000")).hasSize(1));
            assertThat(client.connections()).hasSize(1);
        }
    }

    /** CVE-2023-44487: a request costs its verification, to take it back costs nothing. */
    @Test
    void aConnectionOnWhichRequestsAreOnlyTakenBackIsClosed() {
        try (Http2Client bystander = new Http2Client(gateway);
                Http2Client hostile = new Http2Client(gateway)) {
            Http2Stream stream = bystander.open(token(0));
            stream.await("system.ready");

            int resets = 0;
            while (hostile.askAndReset(token(1)) && resets < RESETS) {
                resets++;
            }

            assertThat(resets).isLessThan(RESETS);
            Awaitility.await().atMost(PATIENCE).until(() -> connections() == 1);
            sendNumbered(0, 1);
            assertThat(stream.upTo("\"i\":0")).hasSize(1);
        }
    }
}
