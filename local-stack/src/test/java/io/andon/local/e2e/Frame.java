package io.andon.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One server-sent event. {@code id} is empty where the frame had none. */
record Frame(String id, String event, String data) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    boolean isSystem() {
        return event.startsWith("system.");
    }

    /** The whole envelope. */
    JsonNode envelope() {
        try {
            return JSON.readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + data, e);
        }
    }

    /** What the event says. */
    JsonNode content() {
        return envelope().path("data");
    }

    /** The CloudEvent's id, the same for every subscriber. */
    String eventId() {
        return envelope().path("id").asText();
    }
}
