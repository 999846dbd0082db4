package io.andon.workorder.order;

import io.andon.events.WorkOrderEvent;
import io.andon.kit.Ids;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * How postings move an order on. In one transaction, a posting calls {@link #lock}, does its own work, calls
 * {@link #record}, publishes its own events, and ends with {@link #announce} or {@link #announceQuantity}.
 */
@ApplicationScoped
public class Production {

    private final WorkOrders orders;

    Production(WorkOrders orders) {
        this.orders = orders;
    }

    /**
     * Takes the order for this transaction; whether it takes postings is for the caller to ask.
     *
     * @throws WorkOrderNotFound if the tenant has no such order
     */
    public WorkOrder lock(TenantTransaction tx, UUID id) {
        return orders.lock(tx, id);
    }

    /**
     * Adds {@code outputs} to the locked order, and to the figures of the day on which they were made.
     *
     * @throws InvalidState if the order takes no postings
     */
    public WorkOrder record(
            TenantTransaction tx, WorkOrder order, List<Output> outputs, Instant occurredAt, String person) {
        Progress next = order.progress()
                .produce(
                        outputs.stream().map(Output::good).reduce(BigDecimal.ZERO, BigDecimal::add),
                        outputs.stream().map(Output::scrap).reduce(BigDecimal.ZERO, BigDecimal::add),
                        occurredAt);
        insert(tx, order, outputs, occurredAt);
        return orders.save(tx, order, next, person);
    }

    /**
     * Publishes what every posting of good output ends with.
     *
     * @param completionId null for a batch
     */
    public void announce(TenantTransaction tx, WorkOrder after, @Nullable UUID completionId) {
        tx.publish(new WorkOrderEvent.Completed(
                after.id(), completionId, after.status().toString()));
        announceQuantity(tx, after);
    }

    /** Publishes what every change of the order's quantities ends with, scrap included. */
    public void announceQuantity(TenantTransaction tx, WorkOrder after) {
        tx.publish(new WorkOrderEvent.ProductionChanged(
                after.id(), after.progress().quantityCompleted()));
    }

    private static void insert(TenantTransaction tx, WorkOrder order, List<Output> outputs, Instant occurredAt) {
        Update insert = tx.handle()
                .createUpdate(
                        """
                        insert into production_output (tenant_id, id, work_order_id, item_id, location_id, uom,
                            good, scrap, occurred_at, recorded_at)
                        select :tenant, o.id, :order, :item, o.location_id, :uom, o.good, o.scrap, :occurredAt, :now
                        from unnest(:ids, :locations, :good, :scrap) as o (id, location_id, good, scrap)
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("order", order.id())
                .bind("item", order.outputItemId())
                .bind("uom", order.outputUom())
                .bind("occurredAt", occurredAt)
                .bind("now", tx.now());
        Columns.of(outputs, insert)
                .bind("ids", UUID.class, output -> Ids.next())
                .bind("locations", UUID.class, Output::locationId)
                .bind("good", BigDecimal.class, Output::good)
                .bind("scrap", BigDecimal.class, Output::scrap);
        insert.execute();
    }
}
