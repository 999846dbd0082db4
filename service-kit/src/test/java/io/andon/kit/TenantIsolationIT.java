package io.andon.kit;

import static io.andon.kit.Caller.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class TenantIsolationIT {

    Issuer issuer;

    @Test
    void hidesAnotherTenantsRowsEvenFromAQueryThatForgotTheTenant() {
        // Given
        String mine = UUID.randomUUID().toString();
        String theirs = UUID.randomUUID().toString();
        create("operator@alder-street", mine);
        create("operator@northgate", theirs);
        // When
        List<String> seen = as(issuer, "viewer@alder-street")
                .get("/notes/forgetful")
                .jsonPath()
                .getList("$", String.class);
        // Then
        assertThat(seen).contains(mine).doesNotContain(theirs);
    }

    @Test
    void pagesThroughEachNoteOnce() {
        // Given
        String person = "operator@copper-creek";
        for (int i = 0; i < 5; i++) {
            create(person, "note " + i);
        }
        // When
        var first = as(issuer, person).get("/notes?limit=3").jsonPath();
        var second = as(issuer, person)
                .get("/notes?limit=3&cursor=" + first.getString("nextCursor"))
                .jsonPath();
        // Then
        assertThat(first.getList("data.id")).hasSize(3).doesNotContainAnyElementsOf(second.getList("data.id"));
        assertThat(second.getList("data.id")).hasSize(2);
        assertThat(second.getString("nextCursor")).isNull();
    }

    @Test
    void refusesATokenThatNamesNoTenant() {
        // When
        var answer = RestAssured.given()
                .auth()
                .oauth2(issuer.token("Not A Tenant", List.of("viewer"), Duration.ofMinutes(1)))
                .get("/notes");
        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("TENANT_MISSING");
    }

    private void create(String person, String text) {
        as(issuer, person)
                .body("{\"text\":\"" + text + "\"}")
                .post("/notes")
                .then()
                .statusCode(201);
    }
}
