package io.andon.workorder.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ItemHistoryIT {

    Issuer issuer;

    @Test
    void showsTheLatestLineFirst() {
        Factory factory = Factory.open(issuer);
        String flour = factory.item("raw");
        String store = factory.location();
        factory.post(
                        "planner",
                        "/inventory/movements",
                        Map.of(
                                "movementType",
                                "OPENING",
                                "occurredAt",
                                "2026-01-10T12:00:00Z",
                                "lines",
                                List.of(factory.line(flour, store, 10), factory.line(flour, store, 1))))
                .expect(201);
        factory.post(
                        "operator",
                        "/inventory/movements",
                        Map.of(
                                "movementType",
                                "SHIPMENT",
                                "occurredAt",
                                "2026-01-11T12:00:00Z",
                                "sourceType",
                                "shop",
                                "lines",
                                List.of(factory.line(flour, store, -3))))
                .expect(201);
        String path = "/inventory/items/" + flour + "/movements";

        Answer first = factory.get(path + "?limit=2").expect(200);
        Answer second =
                factory.get(path + "?limit=2&cursor=" + first.at("/nextCursor")).expect(200);

        assertThat(first.json().path("data").findValuesAsText("qtyDelta")).containsExactly("-3", "1");
        assertThat(first.at("/data/0/sourceType")).isEqualTo("shop");
        assertThat(first.at("/data/0/recordedBy")).isEqualTo("operator@" + factory.tenant());
        assertThat(second.json().path("data").findValuesAsText("qtyDelta")).containsExactly("10");
        assertThat(factory.get(path + "?from=2026-01-11").json().path("data")).hasSize(1);
        assertThat(factory.get(path + "?to=2026-01-10").json().path("data")).hasSize(2);
        assertThat(factory.get(path + "?to=2026-01-10T12:00:00Z").json().path("data"))
                .isEmpty();
        factory.get(path + "?from=yesterday").expectProblem(400, "INVALID_FIELD");
        factory.get("/inventory/items/" + UUID.randomUUID() + "/movements").expectProblem(404, "ITEM_NOT_FOUND");
    }
}
