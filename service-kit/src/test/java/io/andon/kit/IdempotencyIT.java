package io.andon.kit;

import static io.andon.kit.Caller.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class IdempotencyIT {

    private static final String OPERATOR = "operator@alder-street";

    Issuer issuer;

    @Test
    void givesTheFirstAnswerAgain() {
        String key = UUID.randomUUID().toString();
        Response first = post(OPERATOR, key, "{\"text\":\"" + key + "\"}");

        Response second = post(OPERATOR, key, "{ \"text\" : \"" + key + "\" }");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(notesCalled(key)).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherBody() {
        String key = UUID.randomUUID().toString();
        post(OPERATOR, key, "{\"text\":\"first\"}");

        Response second = post(OPERATOR, key, "{\"text\":\"second\"}");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.jsonPath().getString("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void keepsTheKeysOfTenantsApart() {
        String key = UUID.randomUUID().toString();
        post(OPERATOR, key, "{\"text\":\"ours\"}");

        Response theirs = post("operator@northgate", key, "{\"text\":\"theirs\"}");

        assertThat(theirs.statusCode()).isEqualTo(201);
    }

    @Test
    void refusesAKeyThatIsNoKey() {
        Response answer = post(OPERATOR, "x".repeat(201), "{\"text\":\"a\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly("Idempotency-Key");
    }

    @Test
    void doesTheWorkOnceWhenManyAskAtOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<String> attempt =
                () -> post(OPERATOR, key, "{\"text\":\"" + key + "\"}").asString();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> answers = clients.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> attempt).toList());
            Set<String> distinct = answers.stream().map(IdempotencyIT::get).collect(Collectors.toSet());

            assertThat(distinct).hasSize(1);
            assertThat(notesCalled(key)).isEqualTo(1);
        } finally {
            clients.shutdownNow();
        }
    }

    private Response post(String person, String key, String body) {
        return as(issuer, person).header("Idempotency-Key", key).body(body).post("/notes");
    }

    private long notesCalled(String text) {
        List<String> texts =
                as(issuer, OPERATOR).get("/notes/forgetful").jsonPath().getList("$", String.class);
        return texts.stream().filter(text::equals).count();
    }

    private static String get(Future<String> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
