package io.andon.workorder;

import static io.andon.workorder.Factory.batch;
import static io.andon.workorder.Factory.consume;
import static io.andon.workorder.Factory.produce;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Broker;
import io.andon.backends.Issuer;
import io.andon.events.EventType;
import io.andon.events.Topics;
import io.andon.workorder.TenantEvents.Published;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every event of the contract that this service owes, each brought about by what causes it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EventCatalogueIT {

    Issuer issuer;
    Broker broker;

    private Factory factory;
    private String flour;
    private String bread;
    private String store;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        flour = factory.item("raw");
        bread = factory.item("finished");
        store = factory.location();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "METRICS_UPDATED")
    void isEmittedByWhatCausesIt(EventType type) {
        String trace = cause(type);

        assertThat(type.topic()).isNotEqualTo(Topics.METRICS_EVENTS);
        try (TenantEvents events = TenantEvents.of(broker, factory, type.topic())) {
            List<Published> published = events.until(type.wireName(), trace);
            assertThat(published).allSatisfy(one -> {
                assertThat(one.event().tenant()).hasToString(factory.tenant());
                assertThat(one.event().source()).isEqualTo("/workorder-service");
            });
        }
    }

    /** Returns what the event's data contains. */
    private String cause(EventType type) {
        return switch (type) {
            case ISSUE_POSTED -> {
                factory.stock(flour, store, 1);
                yield factory.issue(factory.releasedOrder(bread, 1), flour, store, 1)
                        .expect(200)
                        .id();
            }
            case COMPLETION_POSTED, WORK_ORDER_COMPLETED ->
                factory.complete(factory.releasedOrder(bread, 1), bread, store, 1)
                        .expect(200)
                        .id();
            case BATCH_POSTED -> {
                factory.stock(flour, store, 1);
                yield factory.record(
                                factory.releasedOrder(bread, 1),
                                batch(List.of(consume(flour, store, 1)), List.of(produce(bread, store, 1))))
                        .expect(201)
                        .at("/receiveMovementId");
            }
            case PRODUCTION_CHANGED -> {
                String order = factory.releasedOrder(bread, 1);
                factory.post("operator", "/work-orders/" + order + "/scrap", Map.of("quantityScrapped", 1))
                        .expect(201);
                yield order;
            }
            case WORK_ORDER_CHANGED -> factory.draftOrder(bread, 1);
            case INVENTORY_CHANGED, MOVEMENT_POSTED ->
                factory.move("RECEIPT", factory.line(flour, store, 1))
                        .expect(201)
                        .at("/movementId");
            case ITEM_UPSERTED -> factory.item("raw");
            case LOCATION_UPSERTED -> factory.location();
            case TENANT_SETTINGS_CHANGED -> {
                Answer.of(factory.as("planner")
                                .body(Map.of("zone", "Asia/Tokyo", "currency", "JPY"))
                                .put("/tenant-settings"))
                        .expect(200);
                yield "Asia/Tokyo";
            }
            case METRICS_UPDATED -> throw new AssertionError("metrics-service emits it");
        };
    }
}
