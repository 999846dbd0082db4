package io.andon.workorder.issue;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.report.ReportLine;
import io.andon.workorder.report.ReportTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables {@code issue} and {@code issue_line}. */
@ApplicationScoped
class Issues {

    private static final ReportTables TABLES = new ReportTables(
            "issue",
            "component_item_id",
            "from_location_id",
            """
            insert into issue (tenant_id, id, work_order_id, status, occurred_at, notes, created_at, created_by)
            values (:tenant, :id, :order, :status, :occurredAt, :notes, :createdAt, :createdBy)
            """);

    /** @throws IssueNotFound if the order has no such issue */
    Issue require(TenantTransaction tx, WorkOrder order, UUID id) {
        Issue head = TABLES.find(tx, order.id(), id, (rs, context) -> IssueRow.head(rs, order.status()))
                .orElseThrow(() -> new IssueNotFound(id));
        return withLines(tx, List.of(head)).get(0);
    }

    /** The order's issues, the newest first. */
    List<Issue> list(TenantTransaction tx, WorkOrder order, @Nullable UUID before, int limit) {
        List<Issue> heads =
                TABLES.newestFirst(tx, order.id(), before, limit, (rs, context) -> IssueRow.head(rs, order.status()));
        return withLines(tx, heads);
    }

    void insert(TenantTransaction tx, Issue draft) {
        TABLES.insert(
                        tx,
                        draft.id(),
                        draft.lines().stream().map(IssueLine::report).toList())
                .bind("order", draft.workOrderId())
                .bind("status", draft.status().toString())
                .bind("occurredAt", draft.occurredAt())
                .bind("notes", draft.notes())
                .bind("createdAt", draft.createdAt())
                .bind("createdBy", draft.createdBy())
                .execute();
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
        Map<UUID, List<ReportLine>> lines =
                TABLES.lines(tx, heads.stream().map(Issue::id).toList());
        return heads.stream()
                .map(head -> head.with(IssueLine.of(lines.getOrDefault(head.id(), List.of()))))
                .toList();
    }
}
