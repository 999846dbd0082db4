package io.andon.backends;

import static io.andon.backends.IssuerClient.json;
import static io.andon.backends.IssuerClient.password;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerIT {

    private final Issuer issuer = Issuer.start(0);
    private final IssuerClient client = IssuerClient.of(issuer);

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void issuesTokensThatAServiceCanCheckByDiscovery() throws Exception {
        JwtClaims claims = client.verified(issuer.token("planner@alder-street"));

        assertThat(claims.getAudience()).containsExactly("andon");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("planner");
        assertThat(claims.getStringClaimValue("tenant_id")).isEqualTo("alder-street");
        assertThat(claims.getStringClaimValue("preferred_username")).isEqualTo("planner@alder-street");
        assertThat(claims.getStringClaimValue("name")).isEqualTo("Planner, Alder Street Bakery");
        assertThat(client.verified(issuer.token("planner@alder-street")).getSubject())
                .isEqualTo(claims.getSubject());
        assertThat(client.verified(issuer.token("viewer@alder-street")).getSubject())
                .isNotEqualTo(claims.getSubject());
    }

    @Test
    void issuesATokenThatIsExpiredWhenAskedTo() {
        String token = issuer.token("alder-street", List.of("planner"), Duration.ofMinutes(-5));

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> client.verified(token)))
                .isInstanceOfSatisfying(InvalidJwtException.class, e -> assertThat(e.hasExpired())
                        .isTrue());
    }

    @Test
    void givesAScriptATokenForTheRightPasswordOnly() throws Exception {
        HttpResponse<String> right = client.token(password("operator@northgate", "demo"));
        HttpResponse<String> wrong = client.token(password("operator@northgate", "guess"));
        HttpResponse<String> nobody = client.token(password("nobody@northgate", "demo"));

        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(client.verified(json(right).get("access_token")).getStringClaimValue("tenant_id"))
                .isEqualTo("northgate");
        assertThat(json(right)).containsEntry("expires_in", 3600L);
        assertThat(List.of(wrong, nobody)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer)).containsEntry("error", "invalid_grant");
        });
    }

    @Test
    void renewsATokenForTheClientItWasGivenTo() throws Exception {
        String refresh = (String)
                json(client.token(password("operator@northgate", "demo"))).get("refresh_token");

        HttpResponse<String> renewed =
                client.token(Map.of("grant_type", "refresh_token", "client_id", "andon-cli", "refresh_token", refresh));
        HttpResponse<String> stolen = client.token(
                Map.of("grant_type", "refresh_token", "client_id", "andon-dashboard", "refresh_token", refresh));
        HttpResponse<String> accessToken = client.token(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                "andon-cli",
                "refresh_token",
                issuer.token("viewer@northgate")));

        assertThat(client.verified(json(renewed).get("access_token")).getStringClaimValue("preferred_username"))
                .isEqualTo("operator@northgate");
        assertThat(stolen.statusCode()).isEqualTo(400);
        assertThat(accessToken.statusCode()).isEqualTo(400);
    }

    @Test
    void letsAPageOfThisMachineReadItsAnswersAndNoOther() throws Exception {
        URI token = URI.create(client.url() + "/token");
        HttpResponse<String> own = client.send(HttpRequest.newBuilder(token)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "http://localhost:8080"));
        HttpResponse<String> foreign = client.send(HttpRequest.newBuilder(token)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://evil.example"));

        assertThat(own.headers().firstValue("Access-Control-Allow-Origin")).contains("http://localhost:8080");
        assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void keepsItsKeyOverARestartWhenThereIsAFile(@TempDir Path directory) throws Exception {
        IssuerSettings settings =
                new IssuerSettings(0, Duration.ofMinutes(5), Optional.of(directory.resolve("issuer.jwk")));
        Object key;
        try (Issuer first = Issuer.start(settings)) {
            key = IssuerClient.of(first).keys();
        }

        try (Issuer second = Issuer.start(settings)) {
            assertThat(IssuerClient.of(second).keys()).isEqualTo(key).isNotEqualTo(client.keys());
            assertThat(key.toString()).doesNotContain(", d=");
        }
    }
}
