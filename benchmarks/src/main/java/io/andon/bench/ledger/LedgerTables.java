package io.andon.bench.ledger;

import io.andon.bench.server.Postgres;
import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.InventoryEvent.MovementPosted;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The tables of metrics-service, filled behind its back as its intake would fill them. */
public final class LedgerTables {

    private static final int CHUNK_CHARS = 1 << 16;

    /** From the first line of each item on, everything has changed. */
    private static final String ALL_HAS_CHANGED =
            """
            insert into ledger_change (tenant_id, item_ids, first_days)
            select tenant_id, array_agg(item_id), array_agg(day)
            from (
                select tenant_id, item_id, min(cast(occurred_at at time zone 'UTC' as date)) as day
                from movement_line
                group by tenant_id, item_id
            ) item
            group by tenant_id
            """;

    private final Postgres postgres;
    private final String database;
    private final String tenant;

    public LedgerTables(Postgres postgres, String database, String tenant) {
        this.postgres = postgres;
        this.database = database;
        this.tenant = tenant;
    }

    /** Fills empty tables; their indexes are made afterwards, which is faster. */
    public void fill(MadeUpLedger ledger) {
        String indexes = postgres.text(
                database,
                """
                select string_agg(indexdef, ';') from pg_indexes
                where tablename in ('movement', 'movement_line') and indexname not like '%pk'
                """);
        postgres.execute(
                database,
                postgres.text(
                        database,
                        """
                        select string_agg('drop index ' || indexname, ';') from pg_indexes
                        where tablename in ('movement', 'movement_line') and indexname not like '%pk'
                        """));
        copy(ledger);
        postgres.execute(database, indexes);
        postgres.execute(database, ALL_HAS_CHANGED, "vacuum analyze");
    }

    /** Forgets everything that runs have kept. */
    public void nothingIsKept() {
        postgres.execute(database, "truncate item_day, item_layers, item_layer, ledger_change", ALL_HAS_CHANGED);
        postgres.execute(database, "vacuum analyze");
    }

    /** One more shipment of each hundredth item, on the last day. */
    public void moveEachHundredth(MadeUpLedger ledger, int round) {
        String items = IntStream.range(0, ledger.items() / 100)
                .mapToObj(number -> "'" + MadeUpLedger.item(number * 100 + round) + "'")
                .collect(Collectors.joining(","));
        postgres.execute(
                database,
                """
                with added as (
                    insert into movement (tenant_id, movement_id, movement_seq, movement_type, occurred_at, recorded_at)
                    select '%1$s', gen_random_uuid(), 2000000000 + number, 'SHIPMENT', '%2$s', now()
                    from generate_series(1, %3$d) as number
                    returning movement_id, movement_seq, occurred_at
                )
                insert into movement_line
                    (tenant_id, movement_id, line_no, item_id, location_id, qty_delta, uom, unit_cost, occurred_at,
                     movement_seq, counts_as)
                select '%1$s', movement_id, 1, (cast(array[%4$s] as uuid[]))[movement_seq - 2000000000],
                       '01900000-0000-7000-8000-000000000000', -1, 'pcs', 1, occurred_at, movement_seq, 'SHIPMENT'
                from added
                """
                        .formatted(
                                tenant, MadeUpLedger.END.minusSeconds(60L * (60 - round)), ledger.items() / 100, items),
                """
                insert into ledger_change (tenant_id, item_ids, first_days)
                select '%s', array[%s]::uuid[], array_fill(date '%s', array[%d])
                """
                        .formatted(tenant, items, MadeUpLedger.END.toString().substring(0, 10), ledger.items() / 100));
    }

    private void copy(MadeUpLedger ledger) {
        try (Connection connection = postgres.connect(database);
                Connection other = postgres.connect(database)) {
            try (Copy items = new Copy(connection, "item", "tenant_id, item_id, sku, name, base_uom, standard_cost")) {
                ledger.allItems()
                        .forEach(item -> items.row(
                                tenant, item.itemId(), item.sku(), item.name(), item.baseUom(), item.standardCost()));
            }
            try (Copy heads = new Copy(
                            connection,
                            "movement",
                            "tenant_id, movement_id, movement_seq, movement_type, occurred_at, recorded_at,"
                                    + " reverses_movement_id");
                    Copy lines = new Copy(
                            other,
                            "movement_line",
                            "tenant_id, movement_id, line_no, item_id, location_id, qty_delta, uom, unit_cost,"
                                    + " occurred_at, movement_seq, counts_as")) {
                ledger.forEachMovement(movement -> write(movement, heads, lines));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(MovementPosted movement, Copy heads, Copy lines) {
        heads.row(
                tenant,
                movement.movementId(),
                movement.movementSeq(),
                movement.movementType(),
                movement.occurredAt(),
                movement.recordedAt(),
                movement.reversesMovementId());
        for (MovementLine line : movement.lines()) {
            lines.row(
                    tenant,
                    movement.movementId(),
                    line.lineNo(),
                    line.itemId(),
                    line.locationId(),
                    line.qtyDelta(),
                    line.uom(),
                    line.unitCost(),
                    movement.occurredAt(),
                    movement.movementSeq(),
                    movement.movementType());
        }
    }

    /** One COPY, in chunks. */
    private static final class Copy implements AutoCloseable {

        private final CopyIn copy;
        private final StringBuilder chunk = new StringBuilder();

        Copy(Connection connection, String table, String columns) throws SQLException {
            copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin");
        }

        void row(Object... values) {
            chunk.append(Arrays.stream(values)
                            .map(value -> value == null ? "\\N" : value.toString())
                            .collect(Collectors.joining("\t")))
                    .append('\n');
            if (chunk.length() > CHUNK_CHARS) {
                send();
            }
        }

        private void send() {
            byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
            chunk.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws SQLException {
            send();
            copy.endCopy();
        }
    }
}
