package io.andon.workorder.issue;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The tables {@code issue} and {@code issue_line}. */
@ApplicationScoped
class Issues {

    private static final String INSERT =
            """
            with head as (
                insert into issue
                    (tenant_id, id, work_order_id, status, occurred_at, notes, created_at, created_by)
                values (:tenant, :id, :order, :status, :occurredAt, :notes, :createdAt, :createdBy))
            insert into issue_line
                (tenant_id, issue_id, line_no, component_item_id, from_location_id, quantity, uom, lot_code)
            select :tenant, :id, l.*
            from unnest(:lineNos, :items, :locations, :quantities, :uoms, :lots) as l
            """;

    /** @throws IssueNotFound if the order has no such issue */
    Issue require(TenantTransaction tx, WorkOrder order, UUID id) {
        Issue head = tx.handle()
                .createQuery(
                        """
                        select * from issue
                        where tenant_id = :tenant and work_order_id = :order and id = :id
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("order", order.id())
                .bind("id", id)
                .map((rs, context) -> IssueRow.head(rs, order.status()))
                .findOne()
                .orElseThrow(() -> new IssueNotFound(id));
        return withLines(tx, List.of(head)).get(0);
    }

    /** The order's issues, the newest first. */
    List<Issue> list(TenantTransaction tx, WorkOrder order, @Nullable UUID before, int limit) {
        List<Issue> heads = tx.handle()
                .createQuery(
                        """
                        select * from issue
                        where tenant_id = :tenant and work_order_id = :order and (:before::uuid is null or id < :before::uuid)
                        order by id desc
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("order", order.id())
                .bind("before", before)
                .bind("limit", limit)
                .map((rs, context) -> IssueRow.head(rs, order.status()))
                .list();
        return withLines(tx, heads);
    }

    void insert(TenantTransaction tx, Issue draft) {
        Update insert = tx.handle()
                .createUpdate(INSERT)
                .bind("tenant", tx.tenant().value())
                .bind("id", draft.id())
                .bind("order", draft.workOrderId())
                .bind("status", draft.status().toString())
                .bind("occurredAt", draft.occurredAt())
                .bind("notes", draft.notes())
                .bind("createdAt", draft.createdAt())
                .bind("createdBy", draft.createdBy());
        Columns.of(draft.lines(), insert)
                .bind("lineNos", Integer.class, IssueLine::lineNo)
                .bind("items", UUID.class, IssueLine::componentItemId)
                .bind("locations", UUID.class, IssueLine::fromLocationId)
                .bind("quantities", BigDecimal.class, IssueLine::quantityIssued)
                .bind("uoms", String.class, IssueLine::uom)
                .bind("lots", String.class, IssueLine::lotCode);
        insert.execute();
    }

    /** Stores that the draft is posted. The order's lock keeps a second posting of it away. */
    void markPosted(TenantTransaction tx, Issue posted) {
        tx.handle()
                .createUpdate(
                        """
                        update issue
                        set status = :status, occurred_at = :occurredAt, movement_id = :movement, event_id = :event,
                            posted_at = :postedAt, posted_by = :postedBy
                        where tenant_id = :tenant and id = :id
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", posted.id())
                .bind("status", posted.status().toString())
                .bind("occurredAt", posted.occurredAt())
                .bind("movement", posted.movementId())
                .bind("event", posted.eventId())
                .bind("postedAt", posted.postedAt())
                .bind("postedBy", posted.postedBy())
                .execute();
    }

    private static List<Issue> withLines(TenantTransaction tx, List<Issue> heads) {
        Map<UUID, List<IssueLine>> lines =
                IssueRow.linesOf(tx, heads.stream().map(Issue::id).toList());
        return heads.stream()
                .map(head -> head.with(lines.getOrDefault(head.id(), List.of())))
                .toList();
    }
}
