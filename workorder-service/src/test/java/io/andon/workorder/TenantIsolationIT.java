package io.andon.workorder;

import static io.andon.workorder.Factory.batch;
import static io.andon.workorder.Factory.consume;
import static io.andon.workorder.Factory.produce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.andon.backends.Database;
import io.andon.backends.Issuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class TenantIsolationIT {

    Issuer issuer;
    Database database;

    private Factory ours;
    private Factory theirs;
    private String item;
    private String location;
    private String order;
    private String completion;
    private String posted;
    private String issue;

    @BeforeEach
    void open() {
        ours = Factory.open(issuer);
        theirs = Factory.open(issuer);
        item = ours.item("finished");
        location = ours.location();
        order = ours.releasedOrder(item, 10);
        completion = ours.draft(order, item, location, 1).expect(201).id();
        posted = ours.complete(order, item, location, 2).expect(200).id();
        issue = ours.draftIssue(order, item, location, 1).expect(201).id();
    }

    @Test
    void showsNothingOfAnotherTenant() {
        for (String path : List.of(
                "/items/" + item,
                "/locations/" + location,
                "/work-orders/" + order,
                "/work-orders/" + order + "/history",
                "/work-orders/" + order + "/completions",
                "/work-orders/" + order + "/completions/" + completion,
                "/work-orders/" + order + "/issues",
                "/work-orders/" + order + "/issues/" + issue,
                "/inventory/items/" + item + "/movements")) {
            theirs.get(path).expect(404);
            ours.get(path).expect(200);
        }
        for (String path : List.of(
                "/items",
                "/locations",
                "/work-orders",
                "/work-orders?itemId=" + item,
                "/inventory/balances",
                "/inventory/balances?itemId=" + item)) {
            assertThat(theirs.get(path).expect(200).json().path("data"))
                    .as(path)
                    .isEmpty();
            assertThat(ours.get(path).expect(200).json().path("data")).as(path).isNotEmpty();
        }
        assertThat(theirs.get("/production-overview?itemId=" + item).text()).doesNotContain(item);
        assertThat(theirs.get("/production-summary")
                        .json()
                        .at("/workOrders/open")
                        .asInt())
                .isZero();
    }

    @Test
    void changesNothingOfAnotherTenant() {
        String theirItem = theirs.item("finished");
        String theirLocation = theirs.location();
        String theirOrder = theirs.releasedOrder(theirItem, 10);

        Answer.of(theirs.as("planner").body(Map.of("name", "Stolen")).patch("/items/" + item))
                .expect(404);
        for (String action : List.of("release", "cancel", "close")) {
            theirs.order(order, action).expectProblem(404, "WORK_ORDER_NOT_FOUND");
        }
        theirs.postDraft(order, completion).expect(404);
        theirs.postDraft(theirOrder, completion).expectProblem(404, "COMPLETION_NOT_FOUND");
        theirs.undo(order, posted).expect(404);
        theirs.undo(theirOrder, posted).expectProblem(404, "COMPLETION_NOT_FOUND");
        theirs.postIssue(order, issue).expect(404);
        theirs.postIssue(theirOrder, issue).expectProblem(404, "ISSUE_NOT_FOUND");
        theirs.draftIssue(order, item, location, 1).expect(404);
        theirs.draftIssue(theirOrder, item, theirLocation, 1).expectProblem(404, "ITEM_NOT_FOUND");
        theirs.draftIssue(theirOrder, theirItem, location, 1).expectProblem(404, "LOCATION_NOT_FOUND");
        theirs.draft(order, item, location, 1).expect(404);
        theirs.draft(theirOrder, theirItem, location, 1).expectProblem(404, "LOCATION_NOT_FOUND");
        theirs.post("operator", "/work-orders/" + order + "/scrap", Map.of("quantityScrapped", 1))
                .expect(404);
        theirs.move("SHIPMENT", theirs.line(item, location, -1)).expect(404);
        theirs.move("RECEIPT", theirs.line(theirItem, location, 1)).expectProblem(404, "LOCATION_NOT_FOUND");
        theirs.post("planner", "/work-orders", Map.of("outputItemId", item, "quantityPlanned", 1))
                .expectProblem(404, "ITEM_NOT_FOUND");
        theirs.record(
                        theirOrder,
                        batch(List.of(consume(item, location, 1)), List.of(produce(theirItem, theirLocation, 1))))
                .expect(404);

        assertThat(ours.balances(item, location)).containsExactly("=2");
        assertThat(ours.get("/items/" + item).at("/name")).isNotEqualTo("Stolen");
        assertThat(ours.get("/work-orders/" + order).at("/status")).isEqualTo("in_progress");
    }

    @Test
    void stopsAQueryThatForgetsTheTenant() throws SQLException {
        try (Connection connection = asService();
                Statement statement = connection.createStatement()) {
            for (String table : tenantTables()) {
                assertThat(count(statement, table))
                        .as("%s without a tenant", table)
                        .isZero();
            }
            statement.execute("select set_config('andon.tenant_id', '" + theirs.tenant() + "', false)");
            for (String table : tenantTables()) {
                assertThat(count(statement, table))
                        .as("%s of another tenant", table)
                        .isZero();
            }
            statement.execute("select set_config('andon.tenant_id', '" + ours.tenant() + "', false)");
            assertThat(count(statement, "work_order")).isEqualTo(1);
            assertThat(count(statement, "stock_movement_line")).isEqualTo(1);
        }
    }

    @Test
    void stopsAnInsertForAnotherTenant() throws SQLException {
        try (Connection connection = asService();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('andon.tenant_id', '" + theirs.tenant() + "', false)");

            assertThatThrownBy(() ->
                            statement.execute("insert into location (tenant_id, id, code, name, created_at) values ('"
                                    + ours.tenant() + "', gen_random_uuid(), 'X', 'X', now())"))
                    .hasMessageContaining("row-level security");
        }
    }

    /** Every table with a tenant, but for the outbox, which the relay reads for all of them. */
    private List<String> tenantTables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection superuser = database.connectAsSuperuser("workorder");
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'tenant_id' and table_name not like 'outbox%'
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        assertThat(tables).hasSizeGreaterThan(10);
        return tables;
    }

    private Connection asService() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl("workorder"), "workorder", "workorder");
    }

    private static int count(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
