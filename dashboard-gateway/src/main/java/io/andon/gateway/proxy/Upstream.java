package io.andon.gateway.proxy;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The services, and which paths are theirs. */
enum Upstream {
    WORKORDER("workorder-service"),
    METRICS("metrics-service");

    /** By the path's first part. */
    private static final Map<String, Upstream> BY_FIRST_PART = Map.ofEntries(
            Map.entry("work-orders", WORKORDER),
            Map.entry("items", WORKORDER),
            Map.entry("items:import", WORKORDER),
            Map.entry("locations:import", WORKORDER),
            Map.entry("locations", WORKORDER),
            Map.entry("boms", WORKORDER),
            Map.entry("tenant-settings", WORKORDER),
            Map.entry("production-summary", WORKORDER),
            Map.entry("production-overview", WORKORDER),
            Map.entry("inventory", WORKORDER),
            Map.entry("metrics", METRICS));

    /** Many clients encode the colon, which they need not (RFC 3986 §3.3). */
    private static final Pattern ENCODED_COLON = Pattern.compile("%3A", Pattern.CASE_INSENSITIVE);

    private final String service;

    Upstream(String service) {
        this.service = service;
    }

    String service() {
        return service;
    }

    /** The service that a path belongs to, if any. */
    static Optional<Upstream> ofPath(String path) {
        int end = path.indexOf('/', 1);
        String firstPart = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        return Optional.ofNullable(
                BY_FIRST_PART.get(ENCODED_COLON.matcher(firstPart).replaceAll(":")));
    }
}
