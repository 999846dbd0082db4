package io.andon.workorder.report;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.location.Locations;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.order.WorkOrders;
import io.andon.workorder.request.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses a draft for what its posting would be refused for, while the person who typed it is still looking. */
@ApplicationScoped
public class DraftCheck {

    private final WorkOrders orders;
    private final Locations locations;

    DraftCheck(WorkOrders orders, Locations locations) {
        this.orders = orders;
        this.locations = locations;
    }

    /**
     * Holds what all drafts have against the order and the master data.
     *
     * @param occurredAt null where the draft leaves it open
     * @param places the locations of its lines
     * @return the order that it is for
     */
    public WorkOrder order(TenantTransaction tx, UUID orderId, @Nullable Instant occurredAt, Stream<UUID> places) {
        WorkOrder order = orders.require(tx, orderId);
        order.requirePostable();
        BusinessTime.of(occurredAt, tx.now());
        locations.requireAll(tx, places.distinct().toList());
        return order;
    }
}
