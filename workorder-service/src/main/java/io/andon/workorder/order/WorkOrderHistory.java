package io.andon.workorder.order;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of an order, step by step. */
@ApplicationScoped
class WorkOrderHistory {

    private final WorkOrders orders;

    WorkOrderHistory(WorkOrders orders) {
        this.orders = orders;
    }

    /** The oldest step first; there are six at most on each way through the statuses. */
    List<Transition> of(TenantTransaction tx, UUID id) {
        orders.require(tx, id);
        return tx.handle()
                .createQuery(
                        """
                        select from_status, to_status, at, by from work_order_transition
                        where tenant_id = :tenant and work_order_id = :id
                        order by version
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", id)
                .map((rs, context) -> new Transition(
                        status(rs.getString("from_status")),
                        WorkOrderStatus.of(rs.getString("to_status")),
                        rs.getTimestamp("at").toInstant(),
                        rs.getString("by")))
                .list();
    }

    private static @Nullable WorkOrderStatus status(@Nullable String wireName) {
        return wireName == null ? null : WorkOrderStatus.of(wireName);
    }
}
