package io.andon.backends;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients find out about the issuer and about a token, and the end of a session. */
final class DiscoveryEndpoints {

    private final String issuer;
    private final Tokens tokens;

    DiscoveryEndpoints(String issuer, Tokens tokens) {
        this.issuer = issuer;
        this.tokens = tokens;
    }

    /** OpenID Connect Discovery 1.0 §4. */
    HttpHandler configuration() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer);
        document.put("authorization_endpoint", issuer + "/authorize");
        document.put("token_endpoint", issuer + "/token");
        document.put("userinfo_endpoint", issuer + "/userinfo");
        document.put("jwks_uri", issuer + "/jwks");
        document.put("end_session_endpoint", issuer + "/endsession");
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", List.of("query"));
        document.put("grant_types_supported", List.of("authorization_code", "password", "refresh_token"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("token_endpoint_auth_methods_supported", List.of("none"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("scopes_supported", List.of("openid", "profile"));
        document.put("prompt_values_supported", List.of("none", "login"));
        return exchange -> Http.json(exchange, 200, document);
    }

    HttpHandler keys() {
        return exchange -> Http.json(exchange, 200, Map.of("keys", List.of(tokens.publicKey())));
    }

    void userInfo(HttpExchange exchange) throws IOException {
        Optional<Map<String, Object>> claims = Optional.ofNullable(
                        exchange.getRequestHeaders().getFirst("Authorization"))
                .filter(header -> header.startsWith("Bearer "))
                .flatMap(header -> tokens.readAccess(header.substring("Bearer ".length())));
        if (claims.isEmpty()) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        Map<String, Object> person = new LinkedHashMap<>(claims.get());
        person.keySet().retainAll(List.of("sub", "name", "preferred_username", "groups", "tenant_id"));
        Http.json(exchange, 200, person);
    }

    /** Forgets who is signed in, then goes where the application asked for, as long as it is on this machine. */
    void endSession(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .add("Set-Cookie", LoginEndpoint.SESSION_COOKIE + "=; Path=/andon; Max-Age=0; HttpOnly; SameSite=Lax");
        Map<String, String> parameters = new LinkedHashMap<>(Http.query(exchange));
        if ("POST".equals(exchange.getRequestMethod())) {
            parameters.putAll(Http.form(exchange));
        }
        String target = parameters.getOrDefault("post_logout_redirect_uri", "");
        if (target.isEmpty() || !Clients.isLoopback(URI.create(target))) {
            Http.send(exchange, 200, "text/plain; charset=utf-8", "You are signed out.");
            return;
        }
        String state = parameters.getOrDefault("state", "");
        String separator = target.contains("?") ? "&" : "?";
        Http.redirect(exchange, state.isEmpty() ? target : target + separator + "state=" + state);
    }
}
