package io.andon.backends;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page where people sign in, from the template {@code login.html}. */
final class LoginPage {

    private final String template;

    LoginPage() throws IOException {
        this.template = read("login.html");
    }

    /** Sends the form, with {@code message} above it where there is one. */
    void send(HttpExchange exchange, int status, String username, String message) throws IOException {
        String people = DemoPeople.all().stream()
                .collect(Collectors.groupingBy(Person::tenant, java.util.LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(LoginPage::tenantRow)
                .collect(Collectors.joining());
        write(exchange, status, "form", username, message, people);
    }

    /** Sends an explanation instead of a form, for a request that no login can put right. */
    void sendRefusal(HttpExchange exchange, String message) throws IOException {
        write(exchange, 400, "refusal", "", message, "");
    }

    private void write(HttpExchange exchange, int status, String kind, String username, String message, String people)
            throws IOException {
        String nonce =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        String html = template.replace("{{nonce}}", nonce)
                .replace("{{kind}}", kind)
                .replace("{{messageHidden}}", message.isEmpty() ? "hidden" : "")
                .replace("{{people}}", people)
                .replace("{{message}}", escaped(message))
                .replace("{{username}}", escaped(username));
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'nonce-" + nonce + "'; script-src 'nonce-" + nonce
                                + "'; frame-ancestors 'none'; base-uri 'none'");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        Http.send(exchange, status, "text/html; charset=utf-8", html);
    }

    private static String tenantRow(List<Person> people) {
        String buttons = people.stream()
                .map(person -> "<button type=\"button\" data-username=\"" + person.username() + "\">"
                        + person.groups().get(0) + "</button>")
                .collect(Collectors.joining());
        return "<li><span>" + Tenants.displayName(people.get(0).tenant()) + "</span>" + buttons + "</li>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String name) throws IOException {
        try (@Nullable InputStream resource = LoginPage.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("missing resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
