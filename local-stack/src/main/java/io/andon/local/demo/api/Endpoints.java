package io.andon.local.demo.api;

import java.net.URI;

/**
 * Where a system is.
 *
 * @param gateway the origin of every path of the API
 * @param token the issuer's token endpoint
 */
public record Endpoints(URI gateway, URI token) {}
