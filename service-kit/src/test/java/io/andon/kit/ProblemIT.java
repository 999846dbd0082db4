package io.andon.kit;

import static io.andon.kit.Caller.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ProblemIT {

    private static final String OPERATOR = "operator@alder-street";

    Issuer issuer;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                   | VALIDATION_FAILED |",
                "{                                  | MALFORMED_BODY    |",
                "not json                           | MALFORMED_BODY    |",
                "[]                                 | MALFORMED_BODY    |",
                "{\"text\":\"a\"} trailing          | MALFORMED_BODY    |",
                "{\"txet\":\"a\"}                   | MALFORMED_BODY    | txet",
                "{\"text\":5}                       | MALFORMED_BODY    | text",
                "{\"text\":\"a\",\"amount\":\"5\"}  | MALFORMED_BODY    | amount",
                "{\"text\":\"a\",\"amount\":NaN}    | MALFORMED_BODY    |",
                "{\"text\":\"a\",\"lines\":[{\"itemId\":\"x\"}]} | MALFORMED_BODY | lines[0].itemId",
                "{}                                 | VALIDATION_FAILED | text",
                "{\"text\":\"a\",\"amount\":0}      | VALIDATION_FAILED | amount",
                "{\"text\":\"a\",\"amount\":-1}     | VALIDATION_FAILED | amount",
                "{\"text\":\"a\",\"amount\":1e30}   | VALIDATION_FAILED | amount",
                "{\"text\":\"a\",\"amount\":1e999999999} | VALIDATION_FAILED | amount",
                "{\"text\":\"a\",\"amount\":0.0000001} | VALIDATION_FAILED | amount",
                "{\"text\":\"a\",\"lines\":[{}]}    | VALIDATION_FAILED | lines[0].itemId"
            })
    void namesWhatIsWrongWithABody(String body, String code, String field) {
        // When
        Response answer = as(issuer, OPERATOR).body(body == null ? "" : body).post("/notes");
        // Then
        assertProblem(answer, 400, code, "/notes");
        if (field != null) {
            assertThat(answer.jsonPath().getList("errors.field", String.class)).contains(field);
        }
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        Response answer = as(issuer, OPERATOR)
                .body("{\"text\":\"" + "x".repeat(70_000) + "\"}")
                .post("/notes");

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesAnotherMediaType() {
        Response answer = as(issuer, OPERATOR)
                .contentType(ContentType.XML)
                .body("<note/>")
                .post("/notes");

        assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE", "/notes");
    }

    @Test
    void answersAbsenceWithACodeOfItsOwn() {
        UUID id = UUID.randomUUID();

        assertProblem(as(issuer, OPERATOR).get("/notes/" + id), 404, "NOTE_NOT_FOUND", "/notes/" + id);
    }

    @Test
    void answersAMalformedIdLikeAbsence() {
        assertProblem(as(issuer, OPERATOR).get("/notes/17"), 404, "NOT_FOUND", "/notes/17");
    }

    @Test
    void refusesAMethodThatThePathDoesNotTake() {
        assertProblem(as(issuer, OPERATOR).delete("/notes"), 405, "METHOD_NOT_ALLOWED", "/notes");
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=201, limit", "limit=many, limit", "cursor=%25, cursor"})
    void refusesAPageThatMakesNoSense(String query, String field) {
        Response answer = as(issuer, OPERATOR).urlEncodingEnabled(false).get("/notes?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.field", String.class)).containsExactly(field);
    }

    @Test
    void tellsNothingOfAnUnexpectedError() {
        Response answer = as(issuer, OPERATOR).get("/notes/broken");

        assertProblem(answer, 500, "INTERNAL_ERROR", "/notes/broken");
        assertThat(answer.asString()).doesNotContain("secret").contains("correlationId");
    }

    @Test
    void asksForAToken() {
        assertProblem(RestAssured.get("/notes"), 401, "UNAUTHORIZED", "/notes");
    }

    @Test
    void refusesAForgedToken() {
        String token = issuer.token(OPERATOR);
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";

        assertProblem(RestAssured.given().auth().oauth2(forged).get("/notes"), 401, "UNAUTHORIZED", "/notes");
    }

    @Test
    void refusesAnExpiredToken() {
        String expired = issuer.token("alder-street", List.of("viewer"), Duration.ofMinutes(-10));

        assertProblem(RestAssured.given().auth().oauth2(expired).get("/notes"), 401, "UNAUTHORIZED", "/notes");
    }

    @Test
    void refusesARoleBelow() {
        Response answer =
                as(issuer, "viewer@alder-street").body("{\"text\":\"a\"}").post("/notes");

        assertProblem(answer, 403, "FORBIDDEN", "/notes");
    }

    @Test
    void letsAHigherRoleDoWhatALowerOneMay() {
        as(issuer, "planner@alder-street")
                .body("{\"text\":\"a\"}")
                .post("/notes")
                .then()
                .statusCode(201);
    }

    private static void assertProblem(Response answer, int status, String code, String instance) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("instance")).isEqualTo(instance);
        assertThat(answer.jsonPath().getString("type")).isNotBlank();
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(answer.jsonPath().getString("detail")).isNotBlank();
    }
}
