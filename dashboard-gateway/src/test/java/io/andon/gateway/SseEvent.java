package io.andon.gateway;

import io.vertx.core.json.JsonObject;

/** A server-sent event as a client gets it. */
record SseEvent(String id, String type, String data) {

    JsonObject json() {
        return new JsonObject(data);
    }

    JsonObject payload() {
        return json().getJsonObject("data");
    }

    boolean isSystem() {
        return type.startsWith("system.");
    }
}
