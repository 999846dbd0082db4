package io.andon.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.gateway.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SocketDeadlineIT {

    @Inject
    Vertx vertx;

    @Inject
    SocketDeadline deadline;

    /** The JDK's sockets would take the option and do nothing about it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theSocketsAreOnesThatKnowADeadline() {
        assertThat(vertx.isNativeTransportEnabled()).isTrue();
    }

    @Test
    void isAskedForInBothWays() {
        HttpServerOptions options = new HttpServerOptions();

        deadline.customizeHttpsServer(options);

        assertThat(options.getTcpUserTimeout()).isEqualTo(75_000);
    }
}
