package io.andon.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** An application's side of OpenID Connect, as far as the tests of the issuer need it. */
record IssuerClient(HttpClient http, String url) {

    static final String REDIRECT = "http://localhost:8080/app/";
    static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rfc-7636-text";

    static IssuerClient of(Issuer issuer) {
        return new IssuerClient(HttpClient.newHttpClient(), issuer.url());
    }

    Object keys() throws Exception {
        return json(send(HttpRequest.newBuilder(URI.create(url + "/jwks")))).get("keys");
    }

    JwtClaims verified(Object token) throws Exception {
        Map<String, Object> configuration =
                json(send(HttpRequest.newBuilder(URI.create(url + "/.well-known/openid-configuration"))));
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setExpectedIssuer((String) configuration.get("issuer"))
                .setExpectedAudience("andon")
                .setVerificationKeyResolver(
                        new HttpsJwksVerificationKeyResolver(new HttpsJwks((String) configuration.get("jwks_uri"))))
                .build()
                .processToClaims((String) token);
    }

    String signIn(String username) throws Exception {
        HttpResponse<String> login =
                send(form(authorize(""), Map.of("username", username, "password", DemoPeople.PASSWORD)));
        assertThat(login.statusCode()).isEqualTo(302);
        assertThat(location(login)).startsWith(REDIRECT + "?code=").endsWith("&state=s1");
        return location(login).replaceAll(".*code=([^&]+).*", "$1");
    }

    URI authorize(String more) throws Exception {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        return URI.create(url + "/authorize?response_type=code&client_id=andon-dashboard&redirect_uri="
                + encoded(REDIRECT) + "&state=s1&nonce=n1&code_challenge_method=S256&code_challenge=" + challenge
                + more);
    }

    static Map<String, String> exchange(String code, String verifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", "andon-dashboard",
                "redirect_uri", REDIRECT,
                "code", code,
                "code_verifier", verifier);
    }

    static Map<String, String> password(String username, String password) {
        return Map.of("grant_type", "password", "client_id", "andon-cli", "username", username, "password", password);
    }

    HttpResponse<String> token(Map<String, String> form) throws Exception {
        return send(form(URI.create(url + "/token"), form));
    }

    static HttpRequest.Builder form(URI uri, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    static Map<String, Object> json(HttpResponse<String> answer) {
        try {
            return JsonUtil.parseJson(answer.body());
        } catch (JoseException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
