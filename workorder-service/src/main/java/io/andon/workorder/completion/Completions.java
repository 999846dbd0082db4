package io.andon.workorder.completion;

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

/** The tables {@code completion} and {@code completion_line}. */
@ApplicationScoped
class Completions {

    private static final String INSERT =
            """
            with head as (
                insert into completion
                    (tenant_id, id, work_order_id, status, occurred_at, notes, created_at, created_by)
                values (:tenant, :id, :order, :status, :occurredAt, :notes, :createdAt, :createdBy))
            insert into completion_line
                (tenant_id, completion_id, line_no, output_item_id, to_location_id, quantity, uom, lot_code)
            select :tenant, :id, l.*
            from unnest(:lineNos, :items, :locations, :quantities, :uoms, :lots) as l
            """;

    /** @throws CompletionNotFound if the order has no such completion */
    Completion require(TenantTransaction tx, WorkOrder order, UUID id) {
        Completion head = tx.handle()
                .createQuery(
                        """
                        select * from completion
                        where tenant_id = :tenant and work_order_id = :order and id = :id
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("order", order.id())
                .bind("id", id)
                .map((rs, context) -> CompletionRow.head(rs, order.status()))
                .findOne()
                .orElseThrow(() -> new CompletionNotFound(id));
        return withLines(tx, List.of(head)).get(0);
    }

    /** The order's completions, the newest first. */
    List<Completion> list(TenantTransaction tx, WorkOrder order, @Nullable UUID before, int limit) {
        List<Completion> heads = tx.handle()
                .createQuery(
                        """
                        select * from completion
                        where tenant_id = :tenant and work_order_id = :order and (:before::uuid is null or id < :before::uuid)
                        order by id desc
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("order", order.id())
                .bind("before", before)
                .bind("limit", limit)
                .map((rs, context) -> CompletionRow.head(rs, order.status()))
                .list();
        return withLines(tx, heads);
    }

    void insert(TenantTransaction tx, Completion draft) {
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
                .bind("lineNos", Integer.class, CompletionLine::lineNo)
                .bind("items", UUID.class, CompletionLine::outputItemId)
                .bind("locations", UUID.class, CompletionLine::toLocationId)
                .bind("quantities", BigDecimal.class, CompletionLine::quantityCompleted)
                .bind("uoms", String.class, CompletionLine::uom)
                .bind("lots", String.class, CompletionLine::lotCode);
        insert.execute();
    }

    /** Stores that the draft is posted. The order's lock keeps a second posting of it away. */
    void markPosted(TenantTransaction tx, Completion posted) {
        tx.handle()
                .createUpdate(
                        """
                        update completion
                        set status = :status, occurred_at = :occurredAt, movement_id = :movement,
                            posted_at = :postedAt, posted_by = :postedBy
                        where tenant_id = :tenant and id = :id
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("id", posted.id())
                .bind("status", posted.status().toString())
                .bind("occurredAt", posted.occurredAt())
                .bind("movement", posted.movementId())
                .bind("postedAt", posted.postedAt())
                .bind("postedBy", posted.postedBy())
                .execute();
    }

    private static List<Completion> withLines(TenantTransaction tx, List<Completion> heads) {
        Map<UUID, List<CompletionLine>> lines =
                CompletionRow.linesOf(tx, heads.stream().map(Completion::id).toList());
        return heads.stream()
                .map(head -> head.with(lines.getOrDefault(head.id(), List.of())))
                .toList();
    }
}
