package io.andon.gateway.access;

import io.vertx.core.http.HttpServerRequest;

/**
 * Whether a request that a browser sends with its cookie comes from a page of this origin. {@code SameSite} alone lets
 * neighbours in: pages of other ports and subdomains of the same site.
 */
final class SameOrigin {

    private SameOrigin() {}

    static boolean check(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            // "none": somebody typed the address.
            return site.equals("same-origin") || site.equals("none");
        }
        // An older browser; it names the origin of whoever asks from elsewhere. What is no browser has no pages.
        String origin = request.getHeader("Origin");
        return origin == null || origin.endsWith("://" + request.authority());
    }
}
