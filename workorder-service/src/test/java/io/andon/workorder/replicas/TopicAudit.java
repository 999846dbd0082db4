package io.andon.workorder.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.andon.events.Topics;
import io.andon.workorder.TenantEvents;
import io.andon.workorder.TenantEvents.Published;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whether the topics tell what the database holds, once, in the order of the commits. Repeats of an event are dropped. */
final class TopicAudit {

    private final Plant plant;
    private final Ledger ledger;
    private final Shop shop;
    private final String tenant;

    TopicAudit(Plant plant, Shop shop) {
        this.plant = plant;
        this.ledger = plant.ledger();
        this.shop = shop;
        this.tenant = shop.factory().tenant();
    }

    void check() {
        await().atMost(TenantEvents.CEILING).until(ledger::isOutboxEmpty);
        String last = shop.factory()
                .move("RECEIPT", shop.factory().line(shop.loose(), shop.places().get(0), 1))
                .at("/movementId");
        List<Published> movements = distinct(Topics.INVENTORY_MOVEMENTS, "inventory.movement.posted", last);
        List<Published> changes = distinct(Topics.WORKORDER_EVENTS, "inventory.changed", last);
        everyLineIsToldOnce(movements);
        everyPostingIsAnnouncedOnce(changes);
        eachOrderIsToldInTheOrderOfItsCommits(movements, changes);
    }

    private List<Published> distinct(String topic, String lastType, String last) {
        Set<UUID> seen = new HashSet<>();
        try (TenantEvents events = TenantEvents.of(plant.broker(), shop.factory(), topic)) {
            return events.until(lastType, last).stream()
                    .filter(one -> seen.add(one.event().id()))
                    .toList();
        }
    }

    private void everyLineIsToldOnce(List<Published> movements) {
        List<String> told = new ArrayList<>();
        for (Published movement : movements) {
            String id = movement.data().path("movementId").asText();
            movement.data().path("lines").forEach(line -> told.add(id + " " + line(line)));
        }
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(ledger.rows(
                        """
                        select movement_id, item_id, location_id, trim_scale(qty_delta)
                        from stock_movement_line where tenant_id = ?
                        """,
                        tenant));
    }

    private static String line(JsonNode line) {
        return line.path("itemId").asText() + " " + line.path("locationId").asText() + " "
                + number(line.path("qtyDelta")).toPlainString();
    }

    private void everyPostingIsAnnouncedOnce(List<Published> changes) {
        assertThat(changes.stream()
                        .filter(one -> one.event().type().matches("inventory\\.work_order\\.\\w+\\.posted"))
                        .map(one -> one.event().id().toString()))
                .containsExactlyInAnyOrderElementsOf(ledger.rows(
                        """
                        select event_id from completion where tenant_id = ? and event_id is not null
                        union all
                        select event_id from issue where tenant_id = ? and event_id is not null
                        """,
                        tenant,
                        tenant));
    }

    /** A movement of an order gets its number while the order is locked, so the numbers have the order of the commits. */
    private void eachOrderIsToldInTheOrderOfItsCommits(List<Published> movements, List<Published> changes) {
        Map<String, List<String>> committed = new HashMap<>();
        ledger.rows(
                        """
                        select movement.work_order_id, movement.id
                        from stock_movement movement
                        where tenant_id = ? and work_order_id is not null
                        order by movement_seq
                        """,
                        tenant)
                .forEach(row -> committed
                        .computeIfAbsent(row.split(" ")[0], order -> new ArrayList<>())
                        .add(row.split(" ")[1]));
        List<String> told = movements.stream()
                .map(one -> one.data().path("movementId").asText())
                .toList();
        committed.forEach((order, ids) -> {
            Set<String> itsOwn = new HashSet<>(ids);
            assertThat(told.stream().filter(itsOwn::contains))
                    .as("movements of order %s", order)
                    .containsExactlyElementsOf(ids);
            assertThat(quantities(order, changes))
                    .as("quantities of order %s", order)
                    .containsExactlyElementsOf(sums(order));
        });
    }

    /** What each change of the order's good output led to, as the dashboards heard it. */
    private static List<BigDecimal> quantities(String order, List<Published> changes) {
        List<BigDecimal> quantities = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (Published change : changes) {
            if (change.event().type().equals("production:changed")
                    && change.data().path("workOrderId").asText().equals(order)) {
                BigDecimal now = number(change.data().path("quantityCompleted"));
                if (now.compareTo(before) != 0) {
                    quantities.add(now);
                }
                before = now;
            }
        }
        return quantities;
    }

    private List<BigDecimal> sums(String order) {
        return ledger
                .rows(
                        """
                        select trim_scale(sum(made) over (order by movement_seq))
                        from (select movement.movement_seq, sum(qty_delta) as made
                              from stock_movement movement
                              join stock_movement_line line on line.tenant_id = movement.tenant_id
                                                           and line.movement_id = movement.id
                              where movement.tenant_id = ? and work_order_id = ?::uuid
                                and movement.movement_type = 'WO_PRODUCTION'
                              group by 1) outputs
                        order by movement_seq
                        """,
                        tenant,
                        order)
                .stream()
                .map(TopicAudit::number)
                .toList();
    }

    private static BigDecimal number(JsonNode node) {
        return number(node.asText());
    }

    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
