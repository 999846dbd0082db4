package io.andon.workorder.order;

import io.andon.events.WorkOrderEvent;
import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How postings move an order on. In one transaction, a posting calls {@link #lock}, does its own work, calls
 * {@link #record}, publishes its own events, and ends with {@link #announce} or {@link #announceQuantity}. A void calls
 * {@link #withdraw} and {@link #announceWithdrawal} instead.
 */
@ApplicationScoped
public class Production {

    private final WorkOrders orders;
    private final Outputs made;

    Production(WorkOrders orders, Outputs made) {
        this.orders = orders;
        this.made = made;
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
        made.insert(tx, order, outputs, occurredAt);
        return orders.save(tx, order, next, person);
    }

    /**
     * Notes that the locked order took material.
     *
     * @throws InvalidState if the order takes no postings
     */
    public WorkOrder consume(TenantTransaction tx, WorkOrder order, String person) {
        return orders.save(tx, order, order.progress().consume(), person);
    }

    /**
     * Takes {@code outputs} back from the locked order, and from the figures of the day on which they were made.
     *
     * @param occurredAt of the posting that is undone
     * @throws InvalidState if postings to the order cannot be undone
     */
    public WorkOrder withdraw(
            TenantTransaction tx, WorkOrder order, List<Output> outputs, Instant occurredAt, String person) {
        List<Output> opposites = outputs.stream().map(Output::negate).toList();
        made.insert(tx, order, opposites, occurredAt);
        Progress next = order.progress()
                .withdraw(
                        outputs.stream().map(Output::good).reduce(BigDecimal.ZERO, BigDecimal::add),
                        made.reached(tx, order.id(), order.progress().quantityPlanned()));
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

    /** Publishes what a void ends with. */
    public void announceWithdrawal(TenantTransaction tx, WorkOrder before, WorkOrder after) {
        announceQuantity(tx, after);
        if (after.status() != before.status()) {
            tx.publish(after.asChanged());
        }
    }
}
