package io.andon.workorder.completion;

import io.andon.events.InventoryEvent.MovementLine;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.report.ReportLine;
import io.andon.workorder.report.ReportTables;
import io.andon.workorder.stock.LedgerEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The tables {@code completion} and {@code completion_line}. */
@ApplicationScoped
public class Completions {

    private static final ReportTables TABLES = new ReportTables(
            "completion",
            "output_item_id",
            "to_location_id",
            """
            insert into completion
                (tenant_id, id, work_order_id, status, occurred_at, notes, created_at, created_by,
                 movement_id, issue_movement_id, event_id, posted_at, posted_by)
            values (:tenant, :id, :order, :status, :occurredAt, :notes, :createdAt, :createdBy,
                 :movement, :issueMovement, :event, :postedAt, :postedBy)
            """);

    private final LedgerEntries ledger;

    Completions(LedgerEntries ledger) {
        this.ledger = ledger;
    }

    /** @throws CompletionNotFound if the order has no such completion */
    Completion require(TenantTransaction tx, WorkOrder order, UUID id) {
        Completion head = TABLES.find(tx, order.id(), id, (rs, context) -> CompletionRow.head(rs, order.status()))
                .orElseThrow(() -> new CompletionNotFound(id));
        return withLines(tx, List.of(head)).get(0);
    }

    /** The order's completions, the newest first. */
    List<Completion> list(TenantTransaction tx, WorkOrder order, @Nullable UUID before, int limit) {
        List<Completion> heads = TABLES.newestFirst(
                tx, order.id(), before, limit, (rs, context) -> CompletionRow.head(rs, order.status()));
        return withLines(tx, heads);
    }

    /** Stores a draft, or a batch, which is posted from the beginning. */
    public void insert(TenantTransaction tx, Completion completion) {
        Update insert = TABLES.insert(
                        tx,
                        completion.id(),
                        completion.lines().stream().map(CompletionLine::report).toList())
                .bind("order", completion.workOrderId())
                .bind("notes", completion.notes())
                .bind("createdAt", completion.createdAt())
                .bind("createdBy", completion.createdBy());
        bindPosted(insert, tx, completion);
        insert.execute();
    }

    /** Stores that the draft is posted. The order's lock keeps a second posting of it away. */
    void markPosted(TenantTransaction tx, Completion posted) {
        Update update = tx.handle()
                .createUpdate(
                        """
                        update completion
                        set status = :status, occurred_at = :occurredAt, movement_id = :movement,
                            issue_movement_id = :issueMovement, event_id = :event,
                            posted_at = :postedAt, posted_by = :postedBy
                        where tenant_id = :tenant and id = :id
                        """);
        bindPosted(update, tx, posted);
        update.execute();
    }

    /** Stores that the completion is undone. The order's lock keeps a second void of it away. */
    void markVoided(TenantTransaction tx, Completion completion) {
        Voided voided = completion.voided();
        tx.handle()
                .createUpdate(
                        """
                        update completion
                        set status = :status, void_movement_id = :movement, void_issue_movement_id = :issueMovement,
                            voided_at = :voidedAt, voided_by = :voidedBy, void_reason = :reason
                        where tenant_id = :tenant and id = :id
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", completion.id())
                .bind("status", completion.status().toString())
                .bind("movement", voided.voidMovementId())
                .bind("issueMovement", voided.voidIssueMovementId())
                .bind("voidedAt", voided.voidedAt())
                .bind("voidedBy", voided.voidedBy())
                .bind("reason", voided.voidReason())
                .execute();
    }

    private static void bindPosted(Update statement, TenantTransaction tx, Completion completion) {
        Posted posted = completion.posted();
        statement
                .bind("tenant", tx.tenant().value())
                .bind("id", completion.id())
                .bind("status", completion.status().toString())
                .bind("occurredAt", completion.occurredAt())
                .bind("movement", posted.movementId())
                .bind("issueMovement", posted.issueMovementId())
                .bind("event", posted.eventId())
                .bind("postedAt", posted.postedAt())
                .bind("postedBy", posted.postedBy());
    }

    private List<Completion> withLines(TenantTransaction tx, List<Completion> heads) {
        Map<UUID, List<ReportLine>> lines =
                TABLES.lines(tx, heads.stream().map(Completion::id).toList());
        List<UUID> issues = heads.stream()
                .map(head -> head.posted().issueMovementId())
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, List<MovementLine>> consumed = issues.isEmpty() ? Map.of() : ledger.lines(tx, issues);
        return heads.stream()
                .map(head -> head.with(
                        CompletionLine.of(lines.getOrDefault(head.id(), List.of())), consumed(head, consumed)))
                .toList();
    }

    private static List<ConsumedLine> consumed(Completion head, Map<UUID, List<MovementLine>> byMovement) {
        UUID issue = head.posted().issueMovementId();
        return issue == null
                ? List.of()
                : byMovement.getOrDefault(issue, List.of()).stream()
                        .map(ConsumedLine::of)
                        .toList();
    }
}
