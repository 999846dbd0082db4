package io.andon.workorder.order;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads and updates work orders. */
@ApplicationScoped
public class WorkOrders {

    private static final String BY_ID = "select * from work_order where tenant_id = :tenant and id = :id";

    /** @throws WorkOrderNotFound if the tenant has no such order */
    public WorkOrder require(TenantTransaction tx, UUID id) {
        return one(tx, BY_ID, id);
    }

    /**
     * The order, which no other transaction changes before this one ends. Taken before anything is announced about an
     * order, this lock puts the announcements of one order in the order of the commits.
     *
     * @throws WorkOrderNotFound if the tenant has no such order
     */
    WorkOrder lock(TenantTransaction tx, UUID id) {
        // Not plain "for update": foreign keys to the order, which only share its key, need not wait.
        return one(tx, BY_ID + " for no key update", id);
    }

    /** Stores how far the locked order has got; a change of status also goes into its history. */
    WorkOrder save(TenantTransaction tx, WorkOrder before, Progress next, String person) {
        return save(tx, before, before.with(next).next(tx.now()), person);
    }

    /** Stores the next version of the locked order; a change of status also goes into its history. */
    WorkOrder save(TenantTransaction tx, WorkOrder before, WorkOrder after, String person) {
        Progress next = after.progress();
        tx.handle()
                .createUpdate(
                        """
                        with saved as (
                            update work_order
                            set status = :status, quantity_planned = :planned,
                                quantity_completed = :completed, quantity_scrapped = :scrapped,
                                released_at = :releasedAt, completed_at = :completedAt,
                                default_consume_location_id = :consumeLocationId::uuid,
                                default_produce_location_id = :produceLocationId::uuid,
                                scheduled_start_at = :startAt, scheduled_due_at = :dueAt, description = :description,
                                updated_at = :now, version = :version
                            where tenant_id = :tenant and id = :id
                            returning id)
                        insert into work_order_transition
                            (tenant_id, work_order_id, version, from_status, to_status, at, by)
                        select :tenant, id, :version, :before, :status, :now, :person
                        from saved
                        where :before <> :status
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", after.id())
                .bind("before", before.status().toString())
                .bind("status", next.status().toString())
                .bind("planned", next.quantityPlanned())
                .bind("completed", next.quantityCompleted())
                .bind("scrapped", next.quantityScrapped())
                .bind("releasedAt", next.releasedAt())
                .bind("completedAt", next.completedAt())
                .bind("consumeLocationId", after.defaultConsumeLocationId())
                .bind("produceLocationId", after.defaultProduceLocationId())
                .bind("startAt", after.scheduledStartAt())
                .bind("dueAt", after.scheduledDueAt())
                .bind("description", after.description())
                .bind("version", after.version())
                .bind("now", tx.now())
                .bind("person", person)
                .execute();
        return after;
    }

    private static WorkOrder one(TenantTransaction tx, String sql, UUID id) {
        return tx.handle()
                .createQuery(sql)
                .bind("tenant", tx.tenant().value())
                .bind("id", id)
                .map((rs, context) -> WorkOrderRow.read(rs))
                .findOne()
                .orElseThrow(() -> new WorkOrderNotFound(id));
    }
}
