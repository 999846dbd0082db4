package io.andon.gateway.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token that a request brings, not verified yet. */
record PresentedToken(String value, Place place) {

    enum Place {
        HEADER,
        QUERY,
        COOKIE
    }

    /** RFC 6750 §2.1; the scheme's case does not matter (RFC 9110 §11.1). */
    private static final Pattern BEARER = Pattern.compile("bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    private static final String PARAMETER = "access_token";

    /** The request's one token: the header wins over the address, which wins over the cookie that comes by itself. */
    static Optional<PresentedToken> of(HttpServerRequest request, boolean alsoInQuery) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return Optional.of(new PresentedToken(bearer(header), Place.HEADER));
        }
        String parameter = alsoInQuery ? request.getParam(PARAMETER) : null;
        if (parameter != null) {
            return Optional.of(new PresentedToken(parameter, Place.QUERY));
        }
        return SessionCookie.read(request).map(cookie -> new PresentedToken(cookie, Place.COOKIE));
    }

    /** Only what the header brings: a session is not begun by what a browser sends by itself. */
    static Optional<PresentedToken> ofHeader(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(header -> new PresentedToken(bearer(header), Place.HEADER));
    }

    /** Another scheme's credentials are no token; the empty one is refused like any that cannot be verified. */
    private static String bearer(String header) {
        Matcher matcher = BEARER.matcher(header);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
