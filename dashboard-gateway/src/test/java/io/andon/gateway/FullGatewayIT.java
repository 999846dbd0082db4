package io.andon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A gateway that the system gives 600 descriptors, 400 of which it keeps for itself. */
class FullGatewayIT extends ProcessIT {

    private static final int DESCRIPTORS = 600;
    private static final int STREAMS = 197;
    private static final String TENANT = "full";

    @Test
    void refusesSoftlyBeforeTheSystemWould() {
        try (GatewayProcess gateway = GatewayProcess.launchWithDescriptors(DESCRIPTORS, withBackends());
                Crowd crowd = new Crowd();
                SseClient first = connect(gateway.address(), TENANT)) {
            int port = gateway.address().getPort();
            join(crowd, port);

            SseClient refused = SseClient.open(gateway.address().resolve("/events"), token(TENANT));

            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.await("system.refused").payload().getString("reason"))
                    .isEqualTo("too-many-streams");
            refused.awaitEnd();
            assertThat(gateway.meter("andon_sse_refused_total", "\"too-many-streams\""))
                    .isOne();
            assertThat(gateway.log()).doesNotContain("ERROR", "Too many open files");
        }
    }

    private static void join(Crowd crowd, int port) {
        crowd.returnTo(port);
        String token = token(TENANT);
        List<CrowdMember> members = IntStream.range(1, STREAMS)
                .mapToObj(number -> crowd.join(port, token))
                .toList();
        Awaitility.await().atMost(GatewayProcess.START).until(() -> members.stream()
                .allMatch(member -> member.isOpenAt(port)));
    }
}
