package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongReplayIT extends OperatedGateways {

    /** Each record has a kilobyte, so that all of them together would not fit into the gateway's memory. */
    @Test
    void aHundredThousandRecordsPassByWhileLiveEventsFlow() {
        int many = 100_000;
        String padding = "x".repeat(1000);
        records.sendAll(IntStream.range(0, many)
                .mapToObj(i -> TestRecords.record(
                        Topics.WORKORDER_EVENTS, tenant, TYPE, "{\"i\":" + i + ",\"p\":\"" + padding + "\"}")));
        GatewayProcess gateway = launch(20_000, "andon.stream.max-queue=8M");
        SseClient client = connect(gateway);

        reset("--to-earliest");
        LiveTraffic traffic = new LiveTraffic(records, tenant);
        open.add(traffic);
        int next = 0;
        List<Integer> live = new ArrayList<>();
        while (next < many) {
            SseEvent event = client.nextOfTenant();
            if (event.data().contains("\"replayed\":true")) {
                assertThat(event.data()).contains("\"data\":{\"i\":" + next + ",");
                next++;
            } else {
                live.add(event.payload().getInteger("i"));
            }
        }
        int sent = traffic.end();
        while (live.size() < sent) {
            live.add(client.nextOfTenant().payload().getInteger("i"));
        }

        assertThat(live).isEqualTo(numbers(0, sent));
        assertThat(gateway.log()).doesNotContain("OutOfMemory", "ERROR");
    }
}
