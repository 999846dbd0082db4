package io.andon.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceDescriptionTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String answer = "{\"paths\": {\"/a\": {}}}";
    private volatile Instant now = Instant.parse("2026-06-30T12:00:00Z");
    private HttpServer server;
    private ServiceDescription description;

    @BeforeEach
    void startService() throws Exception {
        server = done(vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.incrementAndGet();
                    request.response().end(request.uri().equals("/q/openapi?format=json") ? answer : "");
                })
                .listen(0, "localhost"));
        URI url = URI.create("http://localhost:" + server.actualPort());
        description = new ServiceDescription("a-service", url, vertx.createHttpClient(), new TestClock());
    }

    @AfterEach
    void stop() throws Exception {
        done(vertx.close());
    }

    @Test
    void asksOnceForAWhile() throws Exception {
        JsonObject first = done(description.document());
        answer = "{\"paths\": {\"/b\": {}}}";

        assertThat(done(description.document())).isEqualTo(first);
        assertThat(asked).hasValue(1);

        now = now.plus(Duration.ofMinutes(2));
        assertThat(done(description.document()).getJsonObject("paths").fieldNames())
                .containsExactly("/b");
    }

    @Test
    void asksOnceHoweverManyWantToKnow() throws Exception {
        Future<JsonObject> one = description.document();
        Future<JsonObject> other = description.document();

        assertThat(done(one)).isEqualTo(done(other));
        assertThat(asked).hasValue(1);
    }

    /** An answer that is there before its asker's thread goes on is not missed. */
    @Test
    void missesNoAnswerHoweverFastItComes() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            answer = "{\"paths\": {\"/" + i + "\": {}}}";
            now = now.plus(Duration.ofMinutes(2));

            assertThat(done(description.document()).getJsonObject("paths").fieldNames())
                    .containsExactly("/" + i);
        }
    }

    @Test
    void remembersWhatAServiceSaidThatIsAway() throws Exception {
        JsonObject before = done(description.document());
        done(server.close());
        now = now.plus(Duration.ofMinutes(2));

        assertThat(done(description.document())).isEqualTo(before);
    }

    @Test
    void saysWhichServiceHasNeverAnswered() throws Exception {
        done(server.close());

        assertThatThrownBy(() -> done(description.document()))
                .hasCauseInstanceOf(ServiceDescription.Unavailable.class)
                .hasMessageContaining("a-service");
    }

    @Test
    void takesNothingElseForADescription() {
        for (String nonsense : new String[] {"", "hello", "[]", "{\"code\": \"NOT_FOUND\"}"}) {
            answer = nonsense;
            assertThatThrownBy(() -> done(description.document()))
                    .as(nonsense)
                    .hasCauseInstanceOf(ServiceDescription.Unavailable.class);
        }
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private final class TestClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
