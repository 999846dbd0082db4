package io.andon.workorder.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Database;
import io.andon.backends.Issuer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class EveryOperationIT {

    private static final List<String> ROLES = List.of("viewer", "operator", "planner", "admin");

    Issuer issuer;
    Database database;

    private Factory ours;
    private Factory theirs;
    private Belongings belongings;
    private Map<String, String> before;

    @BeforeEach
    void open() throws SQLException {
        ours = Factory.open(issuer);
        theirs = Factory.open(issuer);
        belongings = Belongings.of(ours, database);
        before = belongings.fingerprints(database);
        assertThat(before).hasSizeGreaterThan(15);
    }

    /** An administrator of another tenant, who may call everything, and knows every id of ours. */
    @Test
    void showsAndChangesNothingOfAnotherTenant() throws SQLException {
        List<Operation> operations = Operation.all();

        assertThat(operations).hasSizeGreaterThan(40).allSatisfy(operation -> {
            Response answer = call(operation, theirs.as("admin"));
            String body = operation.body() == null ? "" : belongings.body(operation.body());
            if (operation.path().equals("/inventory/movements:import")) {
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.jsonPath().getString("lines[0].code")).endsWith("_NOT_FOUND");
            } else if (operation.path().contains("{")
                    || belongings.ids().stream().anyMatch(body::contains)) {
                assertThat(answer.statusCode())
                        .as("%s: %s", operation, answer.asString())
                        .isEqualTo(404);
                assertThat(answer.jsonPath().getString("code"))
                        .as(operation.toString())
                        .endsWith("_NOT_FOUND");
            } else if (operation.idParameters().isEmpty()) {
                assertThat(answer.statusCode())
                        .as("%s: %s", operation, answer.asString())
                        .isBetween(200, 201);
                assertThat(belongings.ids()).as(operation.toString()).noneMatch(answer.asString()::contains);
            } else {
                assertThat(answer.statusCode())
                        .as("%s: %s", operation, answer.asString())
                        .isIn(200, 404);
                assertThat(answer.asString()).as(operation.toString()).doesNotContain("SKU-");
            }
        });
        assertThat(belongings.fingerprints(database)).isEqualTo(before);
    }

    @Test
    void refusesEachRoleBelowTheOneThatItNames() throws SQLException {
        String nobody = issuer.token(ours.tenant(), List.of("guest"), Duration.ofMinutes(5));

        assertThat(Operation.all()).allSatisfy(operation -> {
            RequestSpecification anonymous = RestAssured.given().contentType(ContentType.JSON);
            assertThat(call(operation, anonymous).statusCode())
                    .as("%s, no token", operation)
                    .isEqualTo(401);
            RequestSpecification guest =
                    RestAssured.given().contentType(ContentType.JSON).auth().oauth2(nobody);
            assertThat(call(operation, guest).statusCode())
                    .as("%s, no role", operation)
                    .isEqualTo(403);
            for (String role : ROLES.subList(0, ROLES.indexOf(operation.role()))) {
                Response answer = call(operation, ours.as(role));
                assertThat(answer.statusCode()).as("%s as %s", operation, role).isEqualTo(403);
                assertThat(answer.jsonPath().getString("code")).isEqualTo("FORBIDDEN");
            }
        });
        assertThat(belongings.fingerprints(database)).isEqualTo(before);
    }

    @Test
    void letsTheRoleInThatItNames() {
        assertThat(Operation.all()).allSatisfy(operation -> {
            Response answer = call(operation, theirs.as(operation.role()));
            assertThat(answer.statusCode())
                    .as("%s as %s: %s", operation, operation.role(), answer.asString())
                    .isNotIn(401, 403)
                    .isLessThan(500);
        });
    }

    private Response call(Operation operation, RequestSpecification caller) {
        RequestSpecification request = caller.urlEncodingEnabled(false).contentType(operation.contentType());
        if (operation.body() != null) {
            request = request.body(belongings.body(operation.body()).getBytes(UTF_8));
        }
        return request.request(operation.method(), belongings.path(operation));
    }
}
