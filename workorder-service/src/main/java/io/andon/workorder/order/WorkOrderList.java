package io.andon.workorder.order;

import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.problem.InvalidField;
import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work orders, the newest first. */
@ApplicationScoped
class WorkOrderList {

    private static final String NUMBER_PREFIX = "WO-";

    Page<WorkOrder> page(TenantTransaction tx, WorkOrderFilter filter, PageRequest page) {
        List<WorkOrder> rows = tx.handle()
                .createQuery(
                        """
                        select * from work_order
                        where tenant_id = :tenant
                          and (:status::text is null or status = :status)
                          and (:item::uuid is null or output_item_id = :item::uuid)
                          and (:dueBefore::timestamptz is null or scheduled_due_at < :dueBefore::timestamptz)
                          and (:overdue::boolean is null or :overdue::boolean = (
                                  status in ('draft', 'released', 'in_progress')
                                  and coalesce(scheduled_due_at < :now, false)))
                          and (:below::bigint is null or number < :below::bigint)
                        order by number desc
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("status", filter.status() == null ? null : filter.status().toString())
                .bind("item", filter.itemId())
                .bind("dueBefore", filter.dueBefore())
                .bind("overdue", filter.overdue())
                .bind("now", tx.now())
                .bind("below", below(page))
                .bind("limit", page.limit() + 1)
                .map((rs, context) -> WorkOrderRow.read(rs))
                .list();
        return PageRequest.page(rows, page.limit(), WorkOrder::number);
    }

    private static @Nullable Long below(PageRequest page) {
        String last = page.after().orElse(null);
        if (last == null) {
            return null;
        }
        try {
            return Long.valueOf(last.substring(NUMBER_PREFIX.length()));
        } catch (NumberFormatException | StringIndexOutOfBoundsException foreign) {
            throw new InvalidField("cursor", "is not a cursor of this list");
        }
    }
}
