package io.andon.metrics.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.andon.metrics.TestTenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see and do what, and that no tenant ever sees another's. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AccessIT extends MetricsScenario {

    private static final List<String> LISTS =
            List.of("abc-classification", "slow-dead-stock", "turns-doi", "inventory-aging");
    private static final String TRIGGER = "/metrics/job/trigger";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics/abc-classification",
                "/metrics/slow-dead-stock",
                "/metrics/turns-doi",
                "/metrics/inventory-aging",
                "/metrics/summary",
                "/metrics/items/0190a000-0000-7000-8000-000000000007",
                "/metrics/job/status",
                "/metrics/runs",
                "/metrics/runs/0190a000-0000-7000-8000-000000000007"
            })
    void readsNothingWithoutAGenuineToken(String path) {
        String token = issuer.token(tenant.id.value(), List.of("viewer"), Duration.ofHours(1));
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
        String expired = issuer.token(tenant.id.value(), List.of("viewer"), Duration.ofMinutes(-10));
        String nobody = issuer.token(tenant.id.value(), List.of(), Duration.ofHours(1));

        assertProblem(RestAssured.get(path), 401, "UNAUTHORIZED");
        assertProblem(RestAssured.given().auth().oauth2(forged).get(path), 401, "UNAUTHORIZED");
        assertProblem(RestAssured.given().auth().oauth2(expired).get(path), 401, "UNAUTHORIZED");
        assertProblem(RestAssured.given().auth().oauth2(nobody).get(path), 403, "FORBIDDEN");
    }

    @Test
    void triggersOnlyForPlannersAndAbove() {
        assertProblem(
                RestAssured.given().contentType("application/json").body("{}").post(TRIGGER), 401, "UNAUTHORIZED");
        assertProblem(tenant.as("viewer").body("{}").post(TRIGGER), 403, "FORBIDDEN");
        assertProblem(tenant.as("operator").body("{}").post(TRIGGER), 403, "FORBIDDEN");
        assertThat(tenant.as("admin").body("{}").post(TRIGGER).statusCode()).isEqualTo(202);
    }

    @Test
    void showsATenantNothingOfAnother() {
        TestTenant other = anotherTenant();
        other.move(MovementType.RECEIPT, "2026-06-01T00:00:00Z", other.item("SECRET", "1"), "7", null);
        UUID theirs = other.run("{}");

        assertProblem(tenant.get("/metrics/runs/" + theirs), 404, "RUN_NOT_FOUND");
        assertThat(tenant.get("/metrics/runs").jsonPath().getList("data")).isEmpty();
        assertThat(tenant.get("/metrics/job/status").asString()).doesNotContain(theirs.toString());
        assertThat(tenant.get("/metrics/summary").asString()).doesNotContain(theirs.toString());
        assertThat(tenant.classification("").getList("data")).isEmpty();
        tenant.move(MovementType.RECEIPT, "2026-06-01T00:00:00Z", tenant.item("OURS", "1"), "7", null);
        tenant.run("{}");
        for (String list : LISTS) {
            assertProblem(tenant.get("/metrics/" + list + "?runId=" + theirs), 404, "RUN_NOT_FOUND");
            assertThat(tenant.figures(list, "").getList("data.sku")).as(list).containsExactly("OURS");
            assertThat(other.figures(list, "").getList("data.sku")).as(list).containsExactly("SECRET");
            assertThat(tenant.as("viewer")
                            .accept("text/csv")
                            .get("/metrics/" + list)
                            .asString())
                    .contains("OURS")
                    .doesNotContain("SECRET");
        }
    }

    @Test
    void keepsACursorWithinItsTenant() {
        TestTenant other = anotherTenant();
        for (String sku : List.of("SECRET-1", "SECRET-2")) {
            other.move(MovementType.RECEIPT, "2026-06-01T00:00:00Z", other.item(sku, "1"), "7", null);
        }
        other.run("{}");
        for (String list : LISTS) {
            String cursor =
                    other.get("/metrics/" + list + "?limit=1").jsonPath().getString("nextCursor");

            assertProblem(tenant.get("/metrics/" + list + "?cursor=" + cursor), 404, "RUN_NOT_FOUND");
        }
    }

    @Test
    void guardsEveryTableOfATenantInTheDatabaseToo() throws Exception {
        tenant.item("SKU", "1");
        tenant.run("{}");
        List<String> open = new ArrayList<>();
        try (Connection service = DriverManager.getConnection(database.jdbcUrl("metrics"), "metrics", "metrics");
                ResultSet tables = service.createStatement()
                        .executeQuery(
                                """
                                select table_name from information_schema.columns
                                where column_name = 'tenant_id' and table_schema = 'public'
                                """)) {
            while (tables.next()) {
                String table = tables.getString(1);
                try (ResultSet rows =
                        service.createStatement().executeQuery("select exists (select from " + table + ")")) {
                    rows.next();
                    if (rows.getBoolean(1) || !isGuarded(table)) {
                        open.add(table);
                    }
                }
            }
        }

        // The relay's tables and the list of tenants serve all of them at once.
        assertThat(open).isSubsetOf("tenant", "outbox", "outbox_refused").contains("tenant");
        assertThat(select("select count(*) from item where tenant_id = ?", tenant.id.value()))
                .isEqualTo("1");
    }

    @Test
    void refusesEachOfManyRowsThatIsWrittenForAnotherTenant() throws Exception {
        try (Connection service = DriverManager.getConnection(database.jdbcUrl("metrics"), "metrics", "metrics")) {
            service.createStatement().execute("select set_config('andon.tenant_id', 'ours', false)");

            assertThatThrownBy(
                            () -> service.createStatement()
                                    .execute(
                                            """
                                    insert into location (tenant_id, location_id)
                                    values ('ours', gen_random_uuid()), ('theirs', gen_random_uuid())
                                    """))
                    .hasMessageContaining("row-level security");
        }
    }

    private boolean isGuarded(String table) throws Exception {
        return "t"
                .equals(select(
                        "select relrowsecurity and relforcerowsecurity from pg_class where oid = cast(? as regclass)",
                        table));
    }

    private static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
