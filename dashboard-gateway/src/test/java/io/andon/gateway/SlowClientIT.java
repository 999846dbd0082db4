package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SlowClientIT extends GatewayIT {

    private static final int EVENTS = 400;
    private static final String PAD = "x".repeat(40_000);

    /** 16 MB: more than the kernel takes for a connection that nobody reads, and far more than the gateway holds. */
    @Test
    void isToldToResyncWhenItReadsAgainAndHoldsUpNobody() {
        SseClient slow = keep(SseClient.connect(url("/events"), token(tenant)));
        SseClient other = subscribe();
        Awaitility.await().atMost(PATIENCE).until(() -> connections() == 2);

        for (int i = 0; i < EVENTS; i++) {
            records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":" + i + ",\"pad\":\"" + PAD + "\"}");
            assertThat(numbers(other.upTo("\"i\":" + i + ","))).containsExactly(i);
        }

        slow.startReading();
        List<SseEvent> seen = slow.await(event -> event.type().equals("system.resync"));
        assertThat(seen.get(0).payload().getString("reason")).isEqualTo("slow-client");
        seen.removeIf(SseEvent::isSystem);
        assertThat(seen).hasSizeLessThan(EVENTS);
        assertThat(numbers(seen)).isSorted();
        records.send(Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":-1}");
        assertThat(numbers(slow.upTo("\"i\":-1"))).containsExactly(-1);
    }
}
