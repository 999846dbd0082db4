package io.andon.gateway.access;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.CookieHeaderNames;
import io.netty.handler.codec.http.cookie.DefaultCookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.netty.handler.codec.http.cookie.ServerCookieEncoder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The cookie that lets a browser's own {@code EventSource}, which can set no header, open a stream. It holds the access
 * token itself, so that every instance can verify it and none has to remember it; see ADR 15.
 */
public final class SessionCookie {

    public static final String NAME = "andon_session";

    /** The value for which a cookie of this name and these attributes stays below 4096 bytes (RFC 6265 §6.1). */
    public static final int LONGEST_TOKEN = 3_900;

    private static final String PATH = "/events";

    private SessionCookie() {}

    /**
     * Two cookies of the name come from two sites, and whose the second is cannot be known: then there is none. HTTP/2
     * may bring each cookie in a header of its own (RFC 9113 §8.2.3).
     */
    static Optional<String> read(HttpServerRequest request) {
        List<String> values = request.headers().getAll(HttpHeaders.COOKIE).stream()
                .flatMap(header -> ServerCookieDecoder.LAX.decodeAll(header).stream())
                .filter(cookie -> cookie.name().equals(NAME))
                .map(Cookie::value)
                .toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** Has the browser keep the token, unreadable for its scripts, as long as it is good. */
    public static void set(HttpServerRequest request, String token, Duration validity) {
        put(request, token, validity.toSeconds());
    }

    /** Has the browser forget the cookie. */
    public static void clear(HttpServerRequest request) {
        put(request, "", 0);
    }

    /** The name of the session that the request's cookie stands for, whether that is still good or not. */
    public static Optional<String> session(HttpServerRequest request) {
        return read(request).map(SessionCookie::session);
    }

    /** A digest, because what is kept in memory for the length of a stream need not be a credential. */
    static String session(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the browser talks TLS is what the request says, or a proxy that quarkus.http.proxy lets speak for it. */
    private static void put(HttpServerRequest request, String value, long maxAgeSeconds) {
        DefaultCookie cookie = new DefaultCookie(NAME, value);
        cookie.setMaxAge(maxAgeSeconds);
        cookie.setPath(PATH);
        cookie.setHttpOnly(true);
        cookie.setSameSite(CookieHeaderNames.SameSite.Strict);
        cookie.setSecure("https".equals(request.scheme()));
        request.response().putHeader(HttpHeaders.SET_COOKIE, ServerCookieEncoder.STRICT.encode(cookie));
    }
}
