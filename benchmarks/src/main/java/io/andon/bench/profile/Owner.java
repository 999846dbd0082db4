package io.andon.bench.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whose code a stack shows: that of the innermost frame which belongs to somebody on the list. */
final class Owner {

    private static final Map<String, String> BY_PREFIX = new LinkedHashMap<>();

    static {
        BY_PREFIX.put("io.andon.gateway.fanout", "gateway: fan-out");
        BY_PREFIX.put("io.andon.gateway.intake", "gateway: intake");
        BY_PREFIX.put("io.andon.gateway.stream", "gateway: streams");
        BY_PREFIX.put("io.andon", "gateway: other");
        BY_PREFIX.put("io.netty.handler.codec.http", "Netty: HTTP encoding");
        BY_PREFIX.put("io.netty.buffer", "Netty: buffers");
        BY_PREFIX.put("io.netty", "Netty: channels and loops");
        BY_PREFIX.put("io.vertx", "Vert.x");
        BY_PREFIX.put("org.apache.kafka", "Kafka client");
        BY_PREFIX.put("io.micrometer", "meters");
        BY_PREFIX.put("com.fasterxml.jackson", "JSON");
        BY_PREFIX.put("sun.nio.ch", "JDK: sockets");
    }

    private Owner() {}

    /** @param stack methods with their classes, the innermost first */
    static String of(List<String> stack) {
        for (String frame : stack) {
            for (Map.Entry<String, String> owner : BY_PREFIX.entrySet()) {
                if (frame.startsWith(owner.getKey())) {
                    return owner.getValue();
                }
            }
        }
        return "JDK: other";
    }
}
