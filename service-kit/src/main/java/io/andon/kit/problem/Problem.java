package io.andon.kit.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A problem document (RFC 9457).
 *
 * @param code stable; also the last part of {@code type}
 * @param members extension members beside the standard ones
 */
record Problem(int status, String code, String title, String detail, Map<String, Object> members) {

    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE_PREFIX = "https://andon.dev/problems/";

    static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, Map.of());
    }

    /** @param instance the path of the request that failed */
    Response response(String instance) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPE_PREFIX + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        document.put("instance", instance);
        document.put("code", code);
        document.putAll(members);
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(document)
                .build();
    }
}
