package io.andon.workorder.order;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.stock.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What a planner does to an order, apart from opening it. */
@ApplicationScoped
class WorkOrderCommands {

    private final WorkOrders orders;
    private final Consumption consumption;

    WorkOrderCommands(WorkOrders orders, Consumption consumption) {
        this.orders = orders;
        this.consumption = consumption;
    }

    WorkOrder release(TenantTransaction tx, UUID id, String person) {
        return change(tx, id, person, progress -> progress.release(tx.now()));
    }

    WorkOrder cancel(TenantTransaction tx, UUID id, String person) {
        return change(
                tx,
                id,
                person,
                progress -> progress.cancel(!consumption.of(tx, id).isEmpty()));
    }

    WorkOrder close(TenantTransaction tx, UUID id, String person) {
        return change(tx, id, person, Progress::close);
    }

    private WorkOrder change(TenantTransaction tx, UUID id, String person, UnaryOperator<Progress> step) {
        WorkOrder before = orders.lock(tx, id);
        WorkOrder after = orders.save(tx, before, step.apply(before.progress()), person);
        tx.publish(after.asChanged());
        return after;
    }
}
