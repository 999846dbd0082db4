package io.andon.gateway;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** A server-sent event as a client gets it. */
record SseEvent(String id, String type, String data) {

    private static final int SHOWN = 100;

    /** The event in a block of lines; empty if it is none, a comment for instance. */
    static Optional<SseEvent> in(String block) {
        String type = field(block, "event");
        return type.isEmpty()
                ? Optional.empty()
                : Optional.of(new SseEvent(field(block, "id"), type, field(block, "data")));
    }

    /** Empty if the block has no such field. */
    static String field(String block, String name) {
        return block.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    JsonObject json() {
        return new JsonObject(data);
    }

    JsonObject payload() {
        return json().getJsonObject("data");
    }

    boolean isSystem() {
        return type.startsWith("system.");
    }

    /** Short enough for a failed test's message, which has all that came. */
    @Override
    public String toString() {
        return type + " " + id + " " + data.substring(0, Math.min(SHOWN, data.length()));
    }
}
