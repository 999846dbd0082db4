package io.andon.backends;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /authorize}: shows the login, checks what comes back, and sends the browser home with a code. Who signed in a
 * short while ago is not asked again, unless the application wants it ({@code prompt=login}).
 */
final class LoginEndpoint implements HttpHandler {

    static final String SESSION_COOKIE = "andon-issuer-session";

    private final Tokens tokens;
    private final AuthorizationCodes codes;
    private final LoginPage page;

    LoginEndpoint(Tokens tokens, AuthorizationCodes codes, LoginPage page) {
        this.tokens = tokens;
        this.codes = codes;
        this.page = page;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        AuthorizationRequest request;
        try {
            request = AuthorizationRequest.parse(Http.query(exchange));
        } catch (IllegalArgumentException e) {
            // Never redirect for a request that is wrong: its redirect_uri cannot be trusted either.
            page.sendRefusal(exchange, String.valueOf(e.getMessage()));
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "GET" -> ask(exchange, request);
            case "POST" -> check(exchange, request);
            default -> exchange.sendResponseHeaders(405, -1);
        }
    }

    private void ask(HttpExchange exchange, AuthorizationRequest request) throws IOException {
        Optional<Person> known = Http.cookie(exchange, SESSION_COOKIE).flatMap(tokens::readSession);
        if (known.isPresent() && !request.prompt().contains("login")) {
            sendHome(exchange, request, "code", codes.issue(request, known.get()));
        } else if (request.prompt().contains("none")) {
            sendHome(exchange, request, "error", "login_required");
        } else {
            page.send(exchange, 200, "", "");
        }
    }

    private void check(HttpExchange exchange, AuthorizationRequest request) throws IOException {
        Map<String, String> form = Http.form(exchange);
        String username = form.getOrDefault("username", "");
        Optional<Person> person = DemoPeople.authenticate(username, form.getOrDefault("password", ""));
        if (person.isEmpty()) {
            page.send(exchange, 401, username, "That user name and password do not belong together.");
            return;
        }
        exchange.getResponseHeaders()
                .add(
                        "Set-Cookie",
                        SESSION_COOKIE + "=" + tokens.session(person.get()) + "; Path=/andon; HttpOnly; SameSite=Lax");
        sendHome(exchange, request, "code", codes.issue(request, person.get()));
    }

    private static void sendHome(HttpExchange exchange, AuthorizationRequest request, String name, String value)
            throws IOException {
        String separator = request.redirectUri().contains("?") ? "&" : "?";
        String state = request.state().map(s -> "&state=" + encoded(s)).orElse("");
        Http.redirect(exchange, request.redirectUri() + separator + name + "=" + encoded(value) + state);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
