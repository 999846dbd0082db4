package io.andon.metrics.item;

import static io.andon.metrics.TestTenant.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.events.MovementType;
import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ItemResourceIT extends MetricsScenario {

    @Test
    void showsTheRowsOfOneItem() {
        UUID item = tenant.item("SKU", "2");
        tenant.move(MovementType.RECEIPT, "2026-05-15T00:00:00Z", item, "10", null);
        tenant.move(MovementType.SHIPMENT, "2026-06-15T00:00:00Z", item, "-4", null);
        tenant.move(MovementType.RECEIPT, "2026-05-15T00:00:00Z", tenant.item("OTHER", "2"), "10", null);
        UUID runId = tenant.run("{\"asOf\":\"" + AS_OF + "\"}");

        JsonPath answer = tenant.get("/metrics/items/" + item).jsonPath();

        assertThat(answer.getString("itemId")).isEqualTo(item.toString());
        assertThat(answer.getString("sku")).isEqualTo("SKU");
        assertThat(answer.getString("runId")).isEqualTo(runId.toString());
        assertThat(answer.getString("asOf")).isEqualTo(AS_OF);
        assertThat(answer.getList("metrics.abc_classification.totalValue")).containsExactly(8);
        assertThat(answer.getList("metrics.slow_dead_stock.state")).containsExactly("ACTIVE");
        assertThat(answer.getList("metrics.turns_doi.totalOutflowQty")).containsExactly(4);
        assertThat(answer.getList("metrics.inventory_aging.qty31To60Days")).containsExactly(6);
    }

    @Test
    void hasNoFiguresBeforeTheFirstRunAndNoRowsOfAnItemThatIsNewer() {
        UUID item = tenant.item("SKU", "2");
        topics.awaitApplied();
        JsonPath before = tenant.get("/metrics/items/" + item).jsonPath();
        assertThat(before.getString("runId")).isNull();
        assertThat(before.getMap("metrics")).isEmpty();

        tenant.run("{}");
        UUID newer = tenant.item("NEWER", "2");
        topics.awaitApplied();

        assertThat(tenant.get("/metrics/items/" + newer).jsonPath().getList("metrics.turns_doi"))
                .isEmpty();
    }

    @Test
    void answersAnItemThatIsNotThereOrAnothersWith404() {
        UUID theirs = anotherTenant().item("THEIRS", "1");
        topics.awaitApplied();

        for (String item : new String[] {"17", UUID.randomUUID().toString(), theirs.toString()}) {
            Response answer = tenant.get("/metrics/items/" + item);

            assertThat(answer.statusCode()).as(item).isEqualTo(404);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }
}
