package io.andon.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.andon.events.TenantId;
import io.andon.gateway.Instance;
import io.andon.gateway.access.StreamIdentity;
import io.andon.gateway.fanout.ClientConnection;
import io.andon.gateway.fanout.FanoutMetrics;
import io.andon.gateway.fanout.Resumption;
import io.andon.gateway.fanout.SharedPiece;
import io.andon.gateway.fanout.Subscriber;
import io.andon.gateway.fanout.SystemFrames;
import io.andon.gateway.fanout.TypeFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoop;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant END = Instant.parse("2026-11-24T08:00:00Z");

    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final WallClock clock = new WallClock(END.minusSeconds(3600));
    private final FanoutMetrics metrics = new FanoutMetrics(new SimpleMeterRegistry(), clock);
    private final OpenStreams streams = new OpenStreams(
            new SystemFrames(new Instance("gateway-test", "1"), clock), new RetryTimes(defaults()), clock);
    private final List<String> ended = new CopyOnWriteArrayList<>();

    private static StreamConfig defaults() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StreamConfig.class)
                .build()
                .getConfigMapping(StreamConfig.class);
    }

    @AfterEach
    void stopLoop() {
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    private void open(String name, Instant endOfToken) throws Exception {
        StreamIdentity identity = new StreamIdentity(new TenantId("a"), name, false, endOfToken, null);
        loop.submit(() -> {
                    Subscriber subscriber = new Subscriber(
                            name, TypeFilter.ALL, new Connection(name), 1, clock, metrics, streams::remove);
                    streams.add(subscriber, loop, identity);
                })
                .get();
    }

    private void awaitTurnOfLoop() throws Exception {
        loop.submit(() -> {}).get();
    }

    /** That the first one has ended shows that the loop has looked at the clock. */
    @Test
    void endAQuarterOfASecondBeforeTheirTokensDo() throws Exception {
        open("earlier", END.minusMillis(1));
        open("later", END);

        clock.set(END.minusMillis(251));
        await().atMost(PATIENCE).until(() -> !ended.isEmpty());
        awaitTurnOfLoop();
        assertThat(ended).containsExactly("earlier: token-expired");
        assertThat(streams.count()).isOne();

        clock.set(END.minusMillis(250));
        await().atMost(PATIENCE).until(() -> streams.count() == 0);
        awaitTurnOfLoop();
        assertThat(ended).containsExactly("earlier: token-expired", "later: token-expired");
    }

    /** Keeps the reason of its end. */
    private final class Connection implements ClientConnection {

        private final String name;

        private Connection(String name) {
            this.name = name;
        }

        @Override
        public void open(Resumption resumption) {}

        @Override
        public void goLive(Resumption resumption) {}

        @Override
        public boolean isFull() {
            return false;
        }

        @Override
        public void write(Buffer events) {}

        @Override
        public void write(SharedPiece events) {}

        @Override
        public void end(Buffer last, boolean leave) {
            ended.add(name + ": " + last.toString().replaceAll("(?s).*\"reason\":\"([a-z-]+)\".*", "$1"));
        }

        @Override
        public void abort() {}
    }
}
