package io.andon.backends;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code POST /token}: a code, a password or a refresh token becomes an access token (RFC 6749 §4.1.3, §4.3, §6). */
final class TokenEndpoint implements HttpHandler {

    private final Tokens tokens;
    private final AuthorizationCodes codes;
    private final Duration accessTokenValidity;

    TokenEndpoint(Tokens tokens, AuthorizationCodes codes, Duration accessTokenValidity) {
        this.tokens = tokens;
        this.codes = codes;
        this.accessTokenValidity = accessTokenValidity;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (!"POST".equals(exchange.getRequestMethod())) {
            exchange.sendResponseHeaders(405, -1);
            return;
        }
        Map<String, String> form = Http.form(exchange);
        String clientId = form.getOrDefault("client_id", "");
        if (!Clients.ALL.contains(clientId)) {
            Http.error(exchange, "invalid_client", "client_id must be one of " + Clients.ALL);
            return;
        }
        switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> exchangeCode(exchange, form, clientId);
            case "password" -> checkPassword(exchange, form, clientId);
            case "refresh_token" -> refresh(exchange, form, clientId);
            default ->
                Http.error(exchange, "unsupported_grant_type", "one of authorization_code, password, refresh_token");
        }
    }

    private void exchangeCode(HttpExchange exchange, Map<String, String> form, String clientId) throws IOException {
        Optional<AuthorizationCodes.Issued> issued = codes.redeem(form.getOrDefault("code", ""))
                .filter(code -> code.request().clientId().equals(clientId))
                .filter(code -> code.request().redirectUri().equals(form.get("redirect_uri")))
                .filter(code -> code.request().isAnsweredBy(form.getOrDefault("code_verifier", "")));
        if (issued.isEmpty()) {
            Http.error(exchange, "invalid_grant", "the code is used, too old, or not for this client and verifier");
            return;
        }
        answer(exchange, issued.get().person(), clientId, issued.get().request().nonce());
    }

    private void checkPassword(HttpExchange exchange, Map<String, String> form, String clientId) throws IOException {
        if (!Clients.CLI.equals(clientId)) {
            Http.error(exchange, "unauthorized_client", "only " + Clients.CLI + " may use the password grant");
            return;
        }
        Optional<Person> person =
                DemoPeople.authenticate(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
        if (person.isEmpty()) {
            Http.error(exchange, "invalid_grant", "user name or password is wrong");
            return;
        }
        answer(exchange, person.get(), clientId, Optional.empty());
    }

    private void refresh(HttpExchange exchange, Map<String, String> form, String clientId) throws IOException {
        Optional<Person> person = tokens.readRefresh(form.getOrDefault("refresh_token", ""), clientId);
        if (person.isEmpty()) {
            Http.error(exchange, "invalid_grant", "the refresh token is too old or not for this client");
            return;
        }
        answer(exchange, person.get(), clientId, Optional.empty());
    }

    private void answer(HttpExchange exchange, Person person, String clientId, Optional<String> nonce)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", tokens.access(person, clientId, accessTokenValidity));
        body.put("token_type", "Bearer");
        body.put("expires_in", accessTokenValidity.toSeconds());
        body.put("refresh_token", tokens.refresh(person, clientId));
        body.put("refresh_expires_in", Tokens.SESSION_VALIDITY.toSeconds());
        body.put("id_token", tokens.id(person, clientId, nonce, accessTokenValidity));
        body.put("scope", "openid profile");
        Http.json(exchange, 200, body);
    }
}
