package io.andon.workorder.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Broker;
import io.andon.backends.Issuer;
import io.andon.events.Topics;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.andon.workorder.TenantEvents;
import io.andon.workorder.TenantEvents.Published;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ItemIT {

    Issuer issuer;
    Broker broker;

    private Factory factory;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
    }

    @Test
    void isReadAsItWasCreated() {
        Answer created = factory.post(
                        "planner",
                        "/items",
                        Map.of(
                                "sku", "FLOUR",
                                "name", "Wheat flour",
                                "type", "raw",
                                "baseUom", "g",
                                "standardCost", 0.0009,
                                "lotTracked", true))
                .expect(201);

        assertThat(factory.get("/items/" + created.id()).expect(200).json()).isEqualTo(created.json());
        assertThat(created.number("/standardCost")).isEqualByComparingTo("0.0009");
        assertThat(created.at("/currency")).isEqualTo("EUR");
        assertThat(created.json().at("/lotTracked").asBoolean()).isTrue();
        assertThat(created.json().at("/discrete").asBoolean()).isFalse();
        assertThat(created.json().at("/active").asBoolean()).isTrue();
    }

    @Test
    void hasASkuOfItsOwn() {
        Map<String, Object> flour = Map.of("sku", "FLOUR", "name", "Flour", "type", "raw", "baseUom", "g");
        factory.post("planner", "/items", flour).expect(201);

        factory.post("planner", "/items", flour).expectProblem(409, "SKU_TAKEN");

        Factory.open(issuer).post("planner", "/items", flour).expect(201);
    }

    @Test
    void isFoundByTextAndType() {
        for (String sku : List.of("FLOUR", "BREAD", "ROLL_100%")) {
            factory.post(
                            "planner",
                            "/items",
                            Map.of(
                                    "sku",
                                    sku,
                                    "name",
                                    "The " + sku,
                                    "baseUom",
                                    "g",
                                    "type",
                                    sku.equals("FLOUR") ? "raw" : "finished"))
                    .expect(201);
        }

        assertThat(skus("")).containsExactly("BREAD", "FLOUR", "ROLL_100%");
        assertThat(skus("?q=the%20fl")).containsExactly("FLOUR");
        assertThat(skus("?q=0%25")).containsExactly("ROLL_100%");
        assertThat(skus("?type=finished&q=r")).containsExactly("BREAD", "ROLL_100%");
        assertThat(skus("?type=intermediate")).isEmpty();
        factory.get("/items?type=liquid").expectProblem(400, "INVALID_FIELD");
    }

    @Test
    void isListedInPages() {
        for (int i = 0; i < 5; i++) {
            factory.item("raw");
        }

        Answer first = factory.get("/items?limit=2").expect(200);
        Answer second =
                factory.get("/items?limit=2&cursor=" + first.at("/nextCursor")).expect(200);
        Answer third =
                factory.get("/items?limit=2&cursor=" + second.at("/nextCursor")).expect(200);

        assertThat(third.json().at("/data")).hasSize(1);
        assertThat(third.json().at("/nextCursor").isNull()).isTrue();
        assertThat(first.json().at("/data/1/sku").asText()).isEqualTo("SKU-2");
        assertThat(second.json().at("/data/0/sku").asText()).isEqualTo("SKU-3");
        factory.get("/items?limit=0").expectProblem(400, "VALIDATION_FAILED");
        factory.get("/items?limit=201").expectProblem(400, "VALIDATION_FAILED");
        factory.get("/items?cursor=*").expectProblem(400, "INVALID_FIELD");
    }

    @Test
    void changesWhatMayChangeAndKeepsTheRest() {
        String id = factory.item("finished");

        Answer changed = Answer.of(factory.as("planner")
                        .body(Map.of("name", "New", "active", false))
                        .patch("/items/" + id))
                .expect(200);

        assertThat(changed.at("/name")).isEqualTo("New");
        assertThat(changed.number("/standardCost")).isEqualByComparingTo("2.5");
        assertThat(changed.json().at("/version").asInt()).isEqualTo(2);
        Answer.of(factory.as("planner").body(Map.of("baseUom", "kg")).patch("/items/" + id))
                .expectProblem(400, "MALFORMED_BODY");
        Answer.of(factory.as("operator").body(Map.of("name", "New")).patch("/items/" + id))
                .expectProblem(403, "FORBIDDEN");
        factory.post("planner", "/work-orders", Map.of("outputItemId", id, "quantityPlanned", 1))
                .expectProblem(409, "ITEM_INACTIVE");
    }

    @Test
    void isAnnouncedWheneverItChanges() {
        String id = factory.item("finished");
        Answer.of(factory.as("planner").body(Map.of("standardCost", 3)).patch("/items/" + id))
                .expect(200);

        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.INVENTORY_MASTERDATA)) {
            List<Published> published = events.until("inventory.item.upserted", "\"standardCost\":3,");
            assertThat(published).hasSize(2).allSatisfy(one -> {
                assertThat(one.key()).isEqualTo(factory.tenant() + "/item/" + id);
                assertThat(one.event().subject()).isEqualTo("item/" + id);
            });
            assertThat(published.get(0).data().path("itemType").asText()).isEqualTo("finished");
            assertThat(published.get(0).data().path("standardCost").decimalValue())
                    .isEqualByComparingTo("2.5");
        }
    }

    private List<String> skus(String query) {
        return factory.get("/items" + query).expect(200).json().path("data").findValuesAsText("sku");
    }

    @Test
    void saysThatClassesAreNotKnownWhileMetricsServiceIsAway() {
        factory.get("/items?abcClass=A").expectProblem(503, "METRICS_UNAVAILABLE");
    }

    @Test
    void knowsThreeClasses() {
        Answer refused = factory.get("/items?abcClass=D").expectProblem(400, "INVALID_FIELD");

        assertThat(refused.at("/errors/0/field")).isEqualTo("abcClass");
    }
}
