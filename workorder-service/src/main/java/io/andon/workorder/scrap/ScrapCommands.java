package io.andon.workorder.scrap;

import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.item.Item;
import io.andon.workorder.item.Items;
import io.andon.workorder.order.Output;
import io.andon.workorder.order.Production;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.request.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Records scrap and moves the order on. */
@ApplicationScoped
class ScrapCommands {

    private final Production production;
    private final Items items;

    ScrapCommands(Production production, Items items) {
        this.production = production;
        this.items = items;
    }

    RecordedScrap record(TenantTransaction tx, UUID orderId, NewScrap scrap, String person) {
        WorkOrder order = production.lock(tx, orderId);
        order.requirePostable();
        Item output = items.require(tx, order.outputItemId());
        output.requireUom("uom", scrap.uom());
        output.requireCountable("quantityScrapped", scrap.quantityScrapped());
        Instant occurredAt = BusinessTime.of(scrap.occurredAt(), tx.now());
        UUID id = Ids.next();
        insert(tx, id, order, scrap, occurredAt, person);
        WorkOrder after = production.record(
                tx, order, List.of(new Output(null, BigDecimal.ZERO, scrap.quantityScrapped())), occurredAt, person);
        production.announceQuantity(tx, after);
        return new RecordedScrap(
                id,
                after.id(),
                after.progress().quantityCompleted(),
                after.progress().quantityScrapped(),
                after.status());
    }

    private static void insert(
            TenantTransaction tx, UUID id, WorkOrder order, NewScrap scrap, Instant occurredAt, String person) {
        tx.handle()
                .createUpdate(
                        """
                        insert into scrap (tenant_id, id, work_order_id, quantity, uom, reason_code, notes,
                            occurred_at, recorded_at, recorded_by)
                        values (:tenant, :id, :order, :quantity, :uom, :reasonCode, :notes,
                            :occurredAt, :now, :person)
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", id)
                .bind("order", order.id())
                .bind("quantity", scrap.quantityScrapped())
                .bind("uom", order.outputUom())
                .bind("reasonCode", scrap.reasonCode())
                .bind("notes", scrap.notes())
                .bind("occurredAt", occurredAt)
                .bind("now", tx.now())
                .bind("person", person)
                .execute();
    }
}
