package io.andon.gateway.stream;

import io.netty.channel.unix.Errors.NativeIoException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * How long the system keeps sending to a client that acknowledges nothing: TCP_USER_TIMEOUT (RFC 5482), which Linux has.
 * A client that vanished without a word is written a heartbeat to, and that heartbeat is all that is ever buffered for
 * it: nothing here would notice. Without a deadline Linux gives up after a quarter of an hour.
 *
 * <p>Linux applies it to a client too that is there and takes nothing; of those, the gateway finds the ones that are owed
 * more than the system buffers.
 */
@Singleton
final class SocketDeadline implements HttpServerOptionsCustomizer {

    private static final Logger LOG = Logger.getLogger(SocketDeadline.class);

    /** ETIMEDOUT, or why there was no way to the client, ENETUNREACH and EHOSTUNREACH: of Linux, with Netty's sign. */
    private static final Set<Integer> GIVEN_UP = Set.of(-110, -101, -113);

    private final StreamConfig config;

    @Inject
    SocketDeadline(StreamConfig config) {
        this.config = config;
    }

    /** The JDK's sockets take the option and do nothing about it. */
    void sayWhereThereIsNone(@Observes StartupEvent event, Vertx vertx) {
        if (!vertx.isNativeTransportEnabled()) {
            LOG.infof(
                    "Clients that vanish without a word are found when the system gives them up, not after %d s: there"
                            + " are no epoll sockets here",
                    config.maxUnacknowledged().toSeconds());
        }
    }

    /** Whether a connection ended because its client took nothing for so long. */
    static boolean hasPassed(Throwable cause) {
        return cause instanceof NativeIoException failure && GIVEN_UP.contains(failure.expectedErr());
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setTcpUserTimeout(Math.toIntExact(config.maxUnacknowledged().toMillis()));
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}
