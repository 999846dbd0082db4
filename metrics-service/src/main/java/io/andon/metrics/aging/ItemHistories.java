package io.andon.metrics.aging;

import io.andon.events.MovementType;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.list.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/** Reads items' histories, one item after the other, each in the order of time. Holds one item's layers and one fetch. */
@ApplicationScoped
class ItemHistories {

    private static final int LINES_PER_FETCH = 1_000;

    private static final String LINES =
            """
            select l.item_id,
                   l.movement_id,
                   m.reverses_movement_id,
                   l.counts_as,
                   l.location_id,
                   nullif(l.lot_code, '') as lot_code,
                   coalesce(l.lot_received_at, l.occurred_at) as received_at,
                   l.qty_delta,
                   l.unit_cost
            from stale_item s
            join movement_line l on l.tenant_id = :tenant and l.item_id = s.item_id
            -- The few that reverse something, which an index tells.
            left join movement m
                on m.tenant_id = :tenant and m.movement_id = l.movement_id and m.reverses_movement_id is not null
            where l.occurred_at < :as_of
            order by l.item_id, l.occurred_at, l.movement_seq, l.movement_id, l.line_no
            """;

    private record ItemLine(UUID itemId, StockLine line) {

        boolean isOfTheMovementOf(ItemLine other) {
            return itemId.equals(other.itemId) && line.movementId().equals(other.line.movementId());
        }
    }

    /** Hands the layers as of {@code asOf} of every item in the table {@code stale_item} to {@code consumer}. */
    void fold(TenantTransaction tx, Instant asOf, BiConsumer<UUID, Fifo> consumer) {
        try (ResultIterator<ItemLine> lines = tx.handle()
                .createQuery(LINES)
                .bind("tenant", tx.tenant().value())
                .bind("as_of", asOf.atOffset(ZoneOffset.UTC))
                .setFetchSize(LINES_PER_FETCH)
                .map((rs, context) -> new ItemLine(rs.getObject("item_id", UUID.class), line(rs)))
                .iterator()) {
            @Nullable ItemLine next = lines.hasNext() ? lines.next() : null;
            while (next != null) {
                UUID item = next.itemId();
                Fifo fifo = new Fifo();
                while (next != null && next.itemId().equals(item)) {
                    next = applyMovement(next, lines, fifo);
                }
                consumer.accept(item, fifo);
            }
        }
    }

    /** @return the first line of the movement behind; null at the end */
    private static @Nullable ItemLine applyMovement(ItemLine first, ResultIterator<ItemLine> lines, Fifo fifo) {
        List<StockLine> movement = new ArrayList<>();
        @Nullable ItemLine next = first;
        while (next != null && next.isOfTheMovementOf(first)) {
            movement.add(next.line());
            next = lines.hasNext() ? lines.next() : null;
        }
        fifo.apply(movement);
        return next;
    }

    private static StockLine line(ResultSet rs) throws SQLException {
        return new StockLine(
                rs.getObject("movement_id", UUID.class),
                rs.getObject("reverses_movement_id", UUID.class),
                MovementType.valueOf(rs.getString("counts_as")),
                rs.getObject("location_id", UUID.class),
                rs.getString("lot_code"),
                Objects.requireNonNull(Columns.instant(rs, "received_at")),
                rs.getBigDecimal("qty_delta"),
                rs.getBigDecimal("unit_cost"));
    }
}
