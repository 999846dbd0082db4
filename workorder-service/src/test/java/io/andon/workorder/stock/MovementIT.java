package io.andon.workorder.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.andon.backends.Broker;
import io.andon.backends.Database;
import io.andon.backends.Issuer;
import io.andon.events.Topics;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.andon.workorder.TenantEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class MovementIT {

    Issuer issuer;
    Broker broker;
    Database database;

    private Factory factory;
    private String flour;
    private String store;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        flour = factory.item("raw");
        store = factory.location();
    }

    @ParameterizedTest
    @CsvSource({
        "OPENING, 5, 15",
        "RECEIPT, 5, 15",
        "CUSTOMER_RETURN, 5, 15",
        "SHIPMENT, -5, 5",
        "SUPPLIER_RETURN, -5, 5",
        "COUNT, 5, 15",
        "COUNT, -5, 5",
        "ADJUSTMENT, 0.000001, 10.000001",
        "ADJUSTMENT, -10, 0"
    })
    void movesTheBalance(String type, java.math.BigDecimal delta, String balance) {
        factory.stock(flour, store, 10);

        Answer posted = factory.move(type, factory.line(flour, store, delta)).expect(201);

        assertThat(factory.balances(flour, store)).containsExactly("=" + balance);
        assertThat(posted.json().path("movementSeq").asLong()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "OPENING, -5",
        "RECEIPT, -5",
        "CUSTOMER_RETURN, -5",
        "SHIPMENT, 5",
        "SUPPLIER_RETURN, 5",
        "COUNT, 0",
        "TRANSFER, 5",
        "WO_ISSUE, -5",
        "WO_PRODUCTION, 5",
        "WO_SCRAP, -5"
    })
    void refusesWhatTheTypeDoesNotDo(String type, int delta) {
        factory.stock(flour, store, 10);

        factory.move(type, factory.line(flour, store, delta)).expectProblem(400, "INVALID_FIELD");

        assertThat(factory.balances(flour, store)).containsExactly("=10");
    }

    @Test
    void transfersBetweenLocations() {
        String shelf = factory.location();
        factory.stock(flour, store, 10);

        factory.move("TRANSFER", List.of(factory.line(flour, store, -4), factory.line(flour, shelf, 4)))
                .expect(201);

        assertThat(factory.balances(flour, store)).containsExactly("=6");
        assertThat(factory.balances(flour, shelf)).containsExactly("=4");
        factory.move("TRANSFER", List.of(factory.line(flour, store, -7), factory.line(flour, shelf, 7)))
                .expectProblem(409, "INSUFFICIENT_STOCK");
    }

    @Test
    void takesTheOldestLotUnlessOneIsNamed() {
        String yeast = factory.item("raw", "lotTracked", true);
        factory.move("RECEIPT", factory.line(yeast, store, 5)).expectProblem(400, "INVALID_FIELD");
        factory.move("RECEIPT", factory.lotLine(yeast, store, "L2", 5)).expect(201);
        factory.post(
                        "operator",
                        "/inventory/movements",
                        Map.of(
                                "movementType",
                                "OPENING",
                                "occurredAt",
                                "2026-01-01T00:00:00Z",
                                "lines",
                                List.of(factory.lotLine(yeast, store, "L1", 5))))
                .expect(201);

        factory.move("SHIPMENT", factory.line(yeast, store, -7)).expect(201);
        assertThat(factory.balances(yeast, store)).containsExactly("L2=3");
        Answer refused = factory.move("SHIPMENT", factory.lotLine(yeast, store, "L1", -1))
                .expectProblem(409, "INSUFFICIENT_STOCK");

        assertThat(refused.at("/lines/0/lotCode")).isEqualTo("L1");
    }

    @Test
    void isAnnouncedToDashboardsAndToTheLedgersReaders() {
        String movement = factory.post(
                        "operator",
                        "/inventory/movements",
                        Map.of(
                                "movementType", "RECEIPT",
                                "occurredAt", "2026-06-30T23:30:00Z",
                                "sourceType", "erp",
                                "sourceId", "GR-1",
                                "lines",
                                        List.of(Map.of(
                                                "itemId",
                                                flour,
                                                "locationId",
                                                store,
                                                "qtyDelta",
                                                10,
                                                "lotCode",
                                                "L-7",
                                                "unitCost",
                                                0.25,
                                                "currency",
                                                "CHF",
                                                "reasonCode",
                                                "PO"))))
                .expect(201)
                .at("/movementId");

        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.WORKORDER_EVENTS);
                TenantEvents movements = TenantEvents.of(broker, factory, Topics.INVENTORY_MOVEMENTS)) {
            var posted = movements.until("inventory.movement.posted", movement).get(0);
            assertThat(posted.event().subject()).isEqualTo("movement/" + movement);
            assertThat(posted.key()).isEqualTo(factory.tenant());
            assertThat(posted.data().path("occurredAt").asText()).isEqualTo("2026-06-30T23:30:00Z");
            assertThat(posted.data().path("recordedAt").asText())
                    .isEqualTo(posted.event().time().toString());
            assertThat(posted.data().path("sourceId").asText()).isEqualTo("GR-1");
            assertThat(posted.data().path("lines").toString())
                    .isEqualTo(
                            ("[{'lineNo':1,'itemId':'%s','locationId':'%s','lotCode':'L-7','qtyDelta':10,'uom':'pcs',"
                                            + "'unitCost':0.25,'currency':'CHF','reasonCode':'PO'}]")
                                    .formatted(flour, store)
                                    .replace('\'', '"'));
            var changed = events.until("inventory.changed", movement).get(0);
            assertThat(changed.data().at("/itemIds/0").asText()).isEqualTo(flour);
            assertThat(changed.data().at("/locationIds/0").asText()).isEqualTo(store);
        }
    }

    @Test
    void takesUpToAThousandLines() {
        Map<String, Object> line = factory.line(flour, store, 1);

        factory.post(
                        "operator",
                        "/inventory/movements",
                        Map.of("movementType", "RECEIPT", "lines", java.util.Collections.nCopies(1_000, line)))
                .expect(201);

        assertThat(factory.balances(flour, store)).containsExactly("=1000");
        factory.post(
                        "operator",
                        "/inventory/movements",
                        Map.of("movementType", "RECEIPT", "lines", java.util.Collections.nCopies(1_001, line)))
                .expectProblem(400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update stock_movement set notes = 'x'",
                "delete from stock_movement_line",
                "update stock_movement_line set qty_delta = 1",
                "truncate stock_movement_line"
            })
    void neverChangesOncePosted(String sql) throws SQLException {
        factory.stock(flour, store, 1);

        try (Connection superuser = database.connectAsSuperuser("workorder");
                Statement statement = superuser.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("post the opposite");
        }
    }
}
