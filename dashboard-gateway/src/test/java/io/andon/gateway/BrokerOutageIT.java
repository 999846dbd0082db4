package io.andon.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrokerOutageIT extends GatewayIT {

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @Test
    void saysSoInTheStreamStaysReadyAndCatchesUpByItself() {
        SseClient client = subscribe();
        sendNumbered(0, 3);
        client.upTo("\"i\":2");

        Backends.stopBroker();
        try {
            SseEvent degraded = client.await("system.degraded");
            assertThat(degraded.payload().getBoolean("degraded")).isTrue();
            given().get(readiness).then().statusCode(200);
            SseClient newcomer = subscribe();
            assertThat(newcomer.await("system.degraded").payload().getBoolean("degraded"))
                    .isTrue();
        } finally {
            Backends.startBrokerAgain();
        }

        assertThat(client.await("system.degraded").payload().getBoolean("degraded"))
                .isFalse();
        sendNumbered(3, 6);
        assertThat(numbers(client.upTo("\"i\":5"))).containsExactly(3, 4, 5);
    }
}
