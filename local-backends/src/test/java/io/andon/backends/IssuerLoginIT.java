package io.andon.backends;

import static io.andon.backends.IssuerClient.REDIRECT;
import static io.andon.backends.IssuerClient.VERIFIER;
import static io.andon.backends.IssuerClient.encoded;
import static io.andon.backends.IssuerClient.exchange;
import static io.andon.backends.IssuerClient.form;
import static io.andon.backends.IssuerClient.json;
import static io.andon.backends.IssuerClient.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuerLoginIT {

    private final Issuer issuer = Issuer.start(0);
    private final IssuerClient client = IssuerClient.of(issuer);

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void signsAPersonInThroughTheBrowserWithPkce() throws Exception {
        HttpResponse<String> page = client.send(HttpRequest.newBuilder(client.authorize("")));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Sign in to Andon").contains("planner@alder-street");

        String code = client.signIn("viewer@copper-creek");
        HttpResponse<String> tokens = client.token(exchange(code, VERIFIER));

        assertThat(tokens.statusCode()).isEqualTo(200);
        assertThat(client.verified(json(tokens).get("access_token")).getStringClaimValue("preferred_username"))
                .isEqualTo("viewer@copper-creek");
        JwtClaims id = new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setExpectedAudience("andon-dashboard")
                .build()
                .processToClaims((String) json(tokens).get("id_token"));
        assertThat(id.getStringClaimValue("nonce")).isEqualTo("n1");
        assertThat(client.token(exchange(code, VERIFIER)).statusCode())
                .as("a code is good once")
                .isEqualTo(400);
    }

    @Test
    void keepsTheCodeFromWhoDoesNotKnowTheVerifier() throws Exception {
        String code = client.signIn("viewer@copper-creek");

        HttpResponse<String> stolen = client.token(exchange(code, "another-verifier-of-the-same-length-and-more-text"));

        assertThat(stolen.statusCode()).isEqualTo(400);
        assertThat(json(stolen)).containsEntry("error", "invalid_grant").doesNotContainKey("access_token");
    }

    @Test
    void showsTheFormAgainForAWrongPassword() throws Exception {
        HttpResponse<String> answer = client.send(
                form(client.authorize(""), Map.of("username", "viewer@copper-creek\"><script>", "password", "guess")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("That user name and password do not belong together.")
                .contains("viewer@copper-creek&quot;&gt;&lt;script&gt;");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void sendsNoCodeToAnotherMachine() throws Exception {
        String query = client.authorize("").getRawQuery().replace(encoded(REDIRECT), encoded("https://evil.example/"));
        HttpResponse<String> answer = client.send(form(
                URI.create(issuer.url() + "/authorize?" + query),
                Map.of("username", "viewer@copper-creek", "password", "demo")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void remembersWhoSignedInUntilTheyEndTheirSession() throws Exception {
        HttpResponse<String> login =
                client.send(form(client.authorize(""), Map.of("username", "viewer@copper-creek", "password", "demo")));
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

        HttpResponse<String> silent = client.send(
                HttpRequest.newBuilder(client.authorize("&prompt=none")).header("Cookie", cookie));
        HttpResponse<String> stranger = client.send(HttpRequest.newBuilder(client.authorize("&prompt=none")));
        HttpResponse<String> end = client.send(HttpRequest.newBuilder(
                URI.create(issuer.url() + "/endsession?post_logout_redirect_uri=" + encoded(REDIRECT))));

        assertThat(location(silent)).startsWith(REDIRECT + "?code=");
        assertThat(location(stranger)).isEqualTo(REDIRECT + "?error=login_required&state=s1");
        assertThat(end.statusCode()).isEqualTo(302);
        assertThat(location(end)).isEqualTo(REDIRECT);
        assertThat(end.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    }
}
