package io.andon.workorder.scrap;

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
class ScrapIT {

    Issuer issuer;
    Broker broker;

    @Test
    void countsAgainstThePlanAndNeverBecomesStock() {
        Factory factory = Factory.open(issuer);
        String bread = factory.item("finished");
        String shelf = factory.location();
        String order = factory.releasedOrder(bread, 10);
        factory.complete(order, bread, shelf, 8).expect(200);

        Answer recorded = factory.post(
                        "operator",
                        "/work-orders/" + order + "/scrap",
                        Map.of("quantityScrapped", 2, "reasonCode", "BURNT"))
                .expect(201);

        assertThat(recorded.at("/workOrderStatus")).isEqualTo("completed");
        assertThat(recorded.number("/quantityCompleted")).isEqualByComparingTo("8");
        assertThat(recorded.number("/quantityScrapped")).isEqualByComparingTo("2");
        assertThat(factory.balances(bread, shelf)).containsExactly("=8");
        try (TenantEvents events = TenantEvents.of(broker, factory, Topics.WORKORDER_EVENTS)) {
            factory.order(order, "close").expect(200);
            assertThat(events.until("workorder:changed", "closed"))
                    .extracting(one -> one.event().type())
                    .endsWith("workorder:completed", "production:changed", "production:changed", "workorder:changed");
        }
    }

    @Test
    void isRefusedByAnOrderThatIsNotReleased() {
        Factory factory = Factory.open(issuer);
        String order = factory.draftOrder(factory.item("finished"), 10);

        factory.post("operator", "/work-orders/" + order + "/scrap", Map.of("quantityScrapped", 2))
                .expectProblem(409, "INVALID_STATE");
    }
}
