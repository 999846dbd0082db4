package io.andon.workorder.order;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.item.Items;
import io.andon.workorder.location.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.UUID;

/** Changes what an order is to make, when and where, as long as it is open. */
@ApplicationScoped
class WorkOrderEdits {

    private final WorkOrders orders;
    private final Outputs made;
    private final Items items;
    private final Locations locations;

    WorkOrderEdits(WorkOrders orders, Outputs made, Items items, Locations locations) {
        this.orders = orders;
        this.made = made;
        this.items = items;
        this.locations = locations;
    }

    /**
     * Carries {@code change} out; a plan that is reached already completes the order.
     *
     * @throws VersionMismatch if the order is not at a version that the caller expects
     * @throws InvalidState if the order is not open
     */
    WorkOrder change(TenantTransaction tx, UUID id, WorkOrderChange change, ExpectedVersion expected, String person) {
        WorkOrder before = orders.lock(tx, id);
        expected.require(before);
        before.progress().requireOpen();
        locations.requireAll(tx, change.locationIds());
        WorkOrder edited = before.edited(change);
        Schedule.check(edited.scheduledStartAt(), edited.scheduledDueAt());
        BigDecimal planned = change.quantityPlanned();
        if (planned != null) {
            items.require(tx, before.outputItemId()).requireCountable("quantityPlanned", planned);
            edited = edited.with(before.progress().replan(planned, made.reached(tx, id, planned)));
        }
        WorkOrder after = orders.save(tx, before, edited.next(tx.now()), person);
        tx.publish(after.asChanged());
        return after;
    }
}
