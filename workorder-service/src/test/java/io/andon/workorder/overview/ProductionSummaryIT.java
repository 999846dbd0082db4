package io.andon.workorder.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.andon.workorder.Answer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ProductionSummaryIT {

    Issuer issuer;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private Factory factory;
    private String shelf;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
        shelf = factory.location();
    }

    @Test
    void summarizesOrdersByStatusAndPunctuality() {
        String bread = factory.item("finished");
        factory.draftOrder(bread, 1);
        due(bread, "2020-01-01T00:00:00Z");
        String late = due(bread, "2020-01-01T00:00:00Z");
        String early = due(bread, "2999-01-01T00:00:00Z");
        for (String order : List.of(late, early)) {
            factory.order(order, "release").expect(200);
            factory.complete(order, bread, shelf, 1).expect(200);
        }
        factory.order(early, "close").expect(200);

        Answer summary = summary();

        assertThat(summary.json().path("workOrders").toString())
                .isEqualTo("{\"draft\":2,\"released\":0,\"inProgress\":0,\"completed\":1,\"closed\":1,"
                        + "\"canceled\":0,\"open\":2,\"overdue\":1}");
        assertThat(summary.number("/onTimePercent")).isEqualByComparingTo("50");
        assertThat(summary.at("/today/date")).isEqualTo(today.toString());
        assertThat(summary.number("/today/output/0/quantity")).isEqualByComparingTo("2");
        assertThat(summary.at("/last7Days/from")).isEqualTo(today.minusDays(6).toString());
    }

    @Test
    void hasNoRatiosOutOfNothing() {
        Answer summary = summary();

        assertThat(summary.json().path("onTimePercent").isNull()).isTrue();
        assertThat(summary.json().at("/last7Days/yieldPercent").isNull()).isTrue();
        assertThat(summary.json().at("/today/output")).isEmpty();
        assertThat(factory.get("/production-overview").json().path("volumeTrend"))
                .isEmpty();
    }

    private String due(String item, String dueAt) {
        return factory.post(
                        "planner",
                        "/work-orders",
                        Map.of("outputItemId", item, "quantityPlanned", 1, "scheduledDueAt", dueAt))
                .expect(201)
                .id();
    }

    private Answer summary() {
        return factory.get("/production-summary").expect(200);
    }
}
