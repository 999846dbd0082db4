package io.andon.workorder.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Broker;
import io.andon.backends.Issuer;
import io.andon.events.Topics;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.andon.workorder.TenantEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class LocationIT {

    private static final Map<String, Object> MAIN = Map.of("code", "MAIN", "name", "Main store", "role", "store");

    Issuer issuer;
    Broker broker;

    @Test
    void isReadAsItWasCreatedAndAnnounced() {
        Factory factory = Factory.open(issuer);

        Answer created = factory.post("planner", "/locations", MAIN).expect(201);

        assertThat(factory.get("/locations/" + created.id()).expect(200).json()).isEqualTo(created.json());
        assertThat(factory.get("/locations").json().at("/data/0")).isEqualTo(created.json());
        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.INVENTORY_MASTERDATA)) {
            assertThat(events.until("inventory.location.upserted", "MAIN")
                            .get(0)
                            .key())
                    .isEqualTo(factory.tenant() + "/location/" + created.id());
        }
    }

    @Test
    void hasACodeOfItsOwn() {
        Factory factory = Factory.open(issuer);
        factory.post("planner", "/locations", MAIN).expect(201);

        factory.post("planner", "/locations", MAIN).expectProblem(409, "LOCATION_CODE_TAKEN");
    }

    @Test
    void isCreatedByAPlannerOnly() {
        Factory.open(issuer).post("operator", "/locations", MAIN).expectProblem(403, "FORBIDDEN");
    }
}
