package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class MetricsReachDashboardIT {

    private final RunningStack stack;

    MetricsReachDashboardIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void tellsTheDashboardWhenFiguresAreNewAndServesThem() {
        Workshop workshop = stack.newTenant().workshop();
        workshop.bake(10).expect(201);
        workshop.move("ADJUSTMENT", workshop.bread(), workshop.shelf(), 5).expect(201);
        Api planner = workshop.tenant().as("planner");

        try (EventStream dashboard = workshop.tenant().subscribe()) {
            // metrics-service learns of the movements a moment later, so the first run may be without them.
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                String run =
                        planner.post("/metrics/job/trigger", "{}").expect(202).text("runId");
                Frame updated = dashboard.await(
                        "metrics:updated of " + run,
                        frame -> frame.event().equals("metrics:updated")
                                && frame.content().path("runId").asText().equals(run)
                                && frame.content().path("metric").asText().equals("abc_classification"));
                assertThat(updated.content().path("itemsUpdated").asInt()).isNotNegative();
                JsonNode flour = row(planner, run, workshop.flour());
                assertThat(flour.path("totalValue").decimalValue()).isEqualByComparingTo("5");
                assertThat(flour.path("abcClass").asText()).isEqualTo("A");
                JsonNode bread = row(planner, run, workshop.bread());
                assertThat(bread.path("abcClass").asText()).isEqualTo("C");
                assertThat(bread.path("reason").asText()).isEqualTo("NO_USAGE");
            });
        }
        assertThat(skusOf(planner, "A")).containsExactly("FLOUR");
        assertThat(skusOf(planner, "B")).isEmpty();
        assertThat(skusOf(planner, "C")).containsExactly("BREAD");
    }

    private static List<String> skusOf(Api api, String abcClass) {
        return api.get("/items?abcClass=" + abcClass)
                .expect(200)
                .json()
                .path("data")
                .findValuesAsText("sku");
    }

    private static JsonNode row(Api api, String run, String item) {
        for (JsonNode row : api.get("/metrics/abc-classification?runId=" + run)
                .expect(200)
                .json()
                .path("data")) {
            if (row.path("itemId").asText().equals(item)) {
                return row;
            }
        }
        throw new AssertionError("no row for item " + item + " in run " + run);
    }
}
