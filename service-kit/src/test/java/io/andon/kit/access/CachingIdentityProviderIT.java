package io.andon.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.andon.kit.Backends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class CachingIdentityProviderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REQUESTS = 150;

    Issuer issuer;

    @TestHTTPResource("/caller")
    URI resource;

    @Inject
    CountedVerifications verifications;

    @Test
    void verifiesTheSameTokenOnceAndShowsEachRequestTheSameCaller() {
        String token = token("alder-street", "planner", Duration.ofHours(1));

        Response first = caller(token, "first");
        Response second = caller(token, "second");

        assertThat(verifications.of(token)).isEqualTo(1);
        assertThat(first.jsonPath().getList("roles")).containsExactly("operator", "planner", "viewer");
        assertThat(first.jsonPath().getString("token")).isEqualTo(token);
        assertThat(first.jsonPath().getString("requestOfTheIdentity")).endsWith("first");
        assertThat(second.jsonPath().getString("requestOfTheIdentity")).endsWith("second");
        assertThat(second.asString()).isEqualTo(first.asString().replace("first", "second"));
    }

    /** One that is new has to be judged: the request's own must not be kept. */
    @Test
    void knowsEveryAttributeThatQuarkusGivesAnIdentity() {
        String token = token("alder-street", "viewer", Duration.ofHours(1));

        List<String> attributes = caller(token, "any").jsonPath().getList("attributes");

        assertThat(attributes)
                .containsExactlyInAnyOrder(
                        "configuration-metadata",
                        "io.quarkus.oidc.OidcProviderClient",
                        "io.quarkus.security.identity.AuthenticationRequestContext",
                        "io.vertx.ext.web.RoutingContext",
                        "quarkus.identity.expire-time",
                        "tenant-id");
    }

    @Test
    void refusesATokenWithOneOtherByteInItsSignatureWhileTheGenuineOneIsKept() {
        String token = token("alder-street", "viewer", Duration.ofHours(1));
        int inSignature = token.lastIndexOf('.') + 20;
        char other = token.charAt(inSignature) == 'A' ? 'B' : 'A';
        String forged = token.substring(0, inSignature) + other + token.substring(inSignature + 1);

        assertThat(caller(token, "any").statusCode()).isEqualTo(200);
        assertThat(caller(forged, "any").statusCode()).isEqualTo(401);
        assertThat(caller(token, "any").statusCode()).isEqualTo(200);
        assertThat(caller(forged, "any").statusCode()).isEqualTo(401);

        assertThat(verifications.of(token)).isEqualTo(1);
    }

    @Test
    void refusesAKeptTokenFromTheSecondOfItsEndOn() {
        caller(token("alder-street", "viewer", Duration.ofHours(1)), "so that the next is fast");
        String token = token("alder-street", "viewer", Duration.ofSeconds(5));

        assertThat(caller(token, "any").statusCode()).isEqualTo(200);
        List<Instant> letIn = new ArrayList<>();
        Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(() -> {
            Instant before = Instant.now();
            boolean accepted = caller(token, "any").statusCode() == 200;
            if (accepted) {
                letIn.add(before);
            }
            return !accepted;
        });

        assertThat(letIn).isNotEmpty().allSatisfy(asked -> assertThat(asked).isBefore(end(token)));
        // Once to be kept, once to be refused.
        assertThat(verifications.of(token)).isEqualTo(2);
    }

    @Test
    void neverTakesOneCallerForAnotherAtTheSameTime() {
        List<String> tenants = List.of("alder-street", "northgate", "copper-creek");
        List<String> tokens = tenants.stream()
                .map(tenant -> token(tenant, "viewer", Duration.ofHours(1)))
                .toList();
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            HttpRequest request = HttpRequest.newBuilder(resource)
                    .header("Authorization", "Bearer " + tokens.get(i % tokens.size()))
                    .build();
            answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }

        for (int i = 0; i < REQUESTS; i++) {
            JsonObject seen = new JsonObject(answers.get(i).join().body());
            assertThat(seen.getString("tenant")).isEqualTo(tenants.get(i % tokens.size()));
            assertThat(seen.getString("token")).isEqualTo(tokens.get(i % tokens.size()));
        }
        // Those that came before the first was verified had to be verified too.
        assertThat(tokens.stream().mapToInt(verifications::of).sum()).isLessThan(REQUESTS);
    }

    private String token(String tenant, String role, Duration validity) {
        return issuer.token(tenant, List.of(role), validity);
    }

    private static Instant end(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return Instant.ofEpochSecond(new JsonObject(Buffer.buffer(claims)).getLong("exp"));
    }

    private static Response caller(String token, String query) {
        return RestAssured.given().auth().oauth2(token).get("/caller?" + query);
    }
}
