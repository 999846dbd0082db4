package io.andon.backends;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser asks of {@code /authorize}: the code flow with PKCE (RFC 7636), for the dashboard's client.
 *
 * @param codeChallenge the hash that the exchange of the code must know the origin of
 */
record AuthorizationRequest(
        String clientId,
        String redirectUri,
        String codeChallenge,
        Optional<String> state,
        Optional<String> nonce,
        Set<String> prompt) {

    /** Reads the query; the exception's message is for the person in front of the browser. */
    static AuthorizationRequest parse(Map<String, String> query) {
        String clientId = required(query, "client_id");
        if (!Clients.DASHBOARD.equals(clientId)) {
            throw new IllegalArgumentException("The client “" + clientId + "” is not known here.");
        }
        String redirectUri = required(query, "redirect_uri");
        if (!Clients.isLoopback(URI.create(redirectUri))) {
            throw new IllegalArgumentException("A redirect_uri must lead back to this machine.");
        }
        if (!"code".equals(query.get("response_type"))) {
            throw new IllegalArgumentException("Only response_type=code is supported.");
        }
        if (!"S256".equals(query.get("code_challenge_method"))) {
            throw new IllegalArgumentException("PKCE with code_challenge_method=S256 is required.");
        }
        return new AuthorizationRequest(
                clientId,
                redirectUri,
                required(query, "code_challenge"),
                Optional.ofNullable(query.get("state")),
                Optional.ofNullable(query.get("nonce")),
                Set.of(query.getOrDefault("prompt", "").split(" ")));
    }

    boolean isAnsweredBy(String codeVerifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(codeVerifier.getBytes(StandardCharsets.US_ASCII));
            String expected = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            return expected.equals(codeChallenge);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String required(Map<String, String> query, String name) {
        String value = query.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The parameter " + name + " is missing.");
        }
        return value;
    }
}
