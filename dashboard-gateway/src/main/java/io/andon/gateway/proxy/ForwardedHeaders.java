package io.andon.gateway.proxy;

import io.andon.gateway.access.SessionCookie;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a request's headers is for the services. What a client says of its own address is not: with
 * {@code quarkus.http.proxy.*} the operator decides whether a proxy before this one is believed, and the request then
 * tells the address already.
 */
final class ForwardedHeaders {

    /** What a client might say to look like somebody else. */
    private static final List<String> CLAIMS = List.of(
            "Forwarded",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Server",
            "X-Forwarded-Ssl",
            "X-Real-IP");

    private static final String CONNECTION = "Connection";
    private static final String COOKIE = "Cookie";

    private ForwardedHeaders() {}

    static void apply(MultiMap headers, HttpServerRequest original) {
        dropHopByHop(headers, original);
        CLAIMS.forEach(headers::remove);
        dropSession(headers);
        headers.remove("X-Forwarded-For");
        if (original.remoteAddress() != null) {
            headers.set("X-Forwarded-For", original.remoteAddress().hostAddress());
        }
        headers.set("X-Forwarded-Proto", original.scheme());
        if (original.authority() != null) {
            headers.set("X-Forwarded-Host", original.authority().toString());
        } else {
            headers.remove("X-Forwarded-Host");
        }
    }

    /** RFC 9110 §7.6.1: what {@code Connection} names is for this hop; the proxy library knows the fixed ones only. */
    private static void dropHopByHop(MultiMap headers, HttpServerRequest original) {
        original.headers().getAll(CONNECTION).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals("authorization"))
                .forEach(headers::remove);
        headers.remove(CONNECTION);
    }

    /** The session is between the browser and the gateway. */
    private static void dropSession(MultiMap headers) {
        List<String> cookies = headers.getAll(COOKIE);
        if (cookies.isEmpty()) {
            return;
        }
        String rest = cookies.stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty() && !cookie.startsWith(SessionCookie.NAME + "="))
                .collect(Collectors.joining("; "));
        headers.remove(COOKIE);
        if (!rest.isEmpty()) {
            headers.set(COOKIE, rest);
        }
    }
}
