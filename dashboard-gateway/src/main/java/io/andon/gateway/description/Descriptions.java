package io.andon.gateway.description;

import io.andon.events.EventType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The documents that come with the program. */
final class Descriptions {

    private Descriptions() {}

    /** The events, as the event contract describes them. */
    static Buffer events() {
        return read(EventType.class, "asyncapi.json");
    }

    /** The paths of the gateway itself. */
    static JsonObject gateway() {
        return new JsonObject(read(Descriptions.class, "openapi.json"));
    }

    private static Buffer read(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing beside " + beside.getName());
            }
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
