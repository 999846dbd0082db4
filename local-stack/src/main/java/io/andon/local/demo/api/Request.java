package io.andon.local.demo.api;

import java.util.Map;

/**
 * A POST.
 *
 * @param key names it within the tenant: the same key, path and body is the same request, however often it is sent
 */
public record Request(Role by, String path, String key, Map<String, ?> body) {}
