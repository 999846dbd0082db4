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
        BY_PREFIX.put("io.andon.gateway", "gateway: other");
        BY_PREFIX.put("io.andon.kit.outbox", "service: outbox");
        BY_PREFIX.put("io.andon", "service: other");
        BY_PREFIX.put("org.jdbi", "Jdbi");
        BY_PREFIX.put("org.postgresql", "PostgreSQL driver");
        BY_PREFIX.put("io.agroal", "connection pool");
        BY_PREFIX.put("io.quarkus.oidc", "tokens");
        BY_PREFIX.put("org.jose4j", "tokens");
        BY_PREFIX.put("io.smallrye.jwt", "tokens");
        BY_PREFIX.put("org.hibernate.validator", "validation");
        BY_PREFIX.put("org.jboss.resteasy.reactive", "REST");
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
