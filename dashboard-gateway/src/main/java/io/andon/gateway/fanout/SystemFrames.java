package io.andon.gateway.fanout;

import io.andon.gateway.Instance;
import io.andon.gateway.fanout.SystemFrame.WhileBehind;
import io.andon.gateway.position.StreamPosition;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The gateway's own events, {@code system.*}: what a client must know about the stream itself. */
@Singleton
public final class SystemFrames {

    private final Instance instance;
    private final Clock clock;

    /** One random half and a counter: an id that nobody else gives, without asking for randomness each time. */
    private final long idPrefix = ThreadLocalRandom.current().nextLong();

    private final AtomicLong idSequence = new AtomicLong();

    @Inject
    public SystemFrames(Instance instance, Clock clock) {
        this.instance = instance;
        this.clock = clock;
    }

    /** The first event of a stream. */
    public Buffer ready(StreamPosition position, String clientId, Outcome outcome) {
        JsonObject data = new JsonObject()
                .put("clientId", clientId)
                .put("instance", instance.name())
                .put("build", instance.build())
                .put("outcome", outcome.wireName())
                .put("serverTime", clock.instant().toString());
        return frame("system.ready", position, data);
    }

    /** Shows that the stream lives, and moves the client's position on although nothing of its tenant happened. */
    SystemFrame heartbeat(StreamPosition position) {
        String type = "system.heartbeat";
        JsonObject data = new JsonObject().put("serverTime", clock.instant().toString());
        return new SystemFrame(type, frame(type, position, data), WhileBehind.REPLACES_EARLIER);
    }

    /** The client has missed something: it must ask for everything again. */
    public SystemFrame resync(StreamPosition position, ResyncReason reason) {
        String type = "system.resync";
        JsonObject data = new JsonObject().put("reason", reason.wireName());
        return new SystemFrame(type, frame(type, position, data), WhileBehind.EMPTIES_QUEUE);
    }

    /** The gateway is about to close the stream; the client should be back after {@code retryMs}. */
    public Buffer bye(String reason, long retryMs) {
        return frame("system.bye", null, new JsonObject().put("reason", reason).put("retryMs", retryMs));
    }

    /** There is no stream now; the client should be back after {@code retryMs}. */
    public Buffer refused(String reason, long retryMs) {
        return Buffer.buffer("retry: " + retryMs + "\n\n")
                .appendBuffer(frame(
                        "system.refused",
                        null,
                        new JsonObject().put("reason", reason).put("retryMs", retryMs)));
    }

    /** Events are late, or are on time again. */
    public SystemFrame degraded(boolean degraded, String reason) {
        String type = "system.degraded";
        JsonObject data = new JsonObject().put("degraded", degraded).put("reason", reason);
        return new SystemFrame(type, frame(type, null, data), WhileBehind.OUTLIVES_QUEUE);
    }

    private Buffer frame(String type, @Nullable StreamPosition position, JsonObject data) {
        JsonObject envelope = new JsonObject()
                .put("id", new UUID(idPrefix, idSequence.incrementAndGet()).toString())
                .put("type", type)
                .put("occurredAt", clock.instant().toString())
                .put("data", data);
        String id = position == null ? "" : "id: " + position + "\n";
        return Buffer.buffer(id + "event: " + type + "\ndata: " + envelope.encode() + "\n\n");
    }
}
