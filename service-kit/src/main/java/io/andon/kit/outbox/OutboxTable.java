package io.andon.kit.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The relay's statements. Used by one thread at a time.
 *
 * <p>It reads whatever rows are there, never "those after the last one": a row whose transaction commits late has a
 * lower number than rows that were sent before it.
 */
final class OutboxTable implements AutoCloseable {

    /** Whoever moves rows between the two tables sees, and leaves, each subject whole on one side. */
    private static final String ONE_AT_A_TIME = "lock table outbox_refused in share row exclusive mode";

    /** What a batch holds of data, but for its last row: how many rows are read at once must not cost the heap. */
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    private static final String WAITS = "waits behind an earlier event of the same subject that was refused";

    private final Handle handle;

    /**
     * The server keeps plans. One that it made while the table was empty would go through all of it for each batch once
     * much has piled up: seconds instead of milliseconds. So they are to use the index, whatever they find.
     *
     * @param handle has this setting until {@link #close}
     */
    OutboxTable(Handle handle) {
        this.handle = handle;
        handle.execute("set enable_seqscan = off");
    }

    /**
     * The oldest rows but those on their way, in their order: {@code limit} at most, fewer where they are large, one at
     * least if there is one.
     */
    OutboxBatch next(int limit, List<OutboxRow> onTheirWay) {
        List<OutboxRow> rows = handle.createQuery(
                        """
                        select seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data,
                               exists (select from outbox_refused)
                                   and exists (select from outbox_refused refused
                                               where refused.tenant_id = oldest.tenant_id
                                                 and refused.topic = oldest.topic
                                                 and refused.subject = oldest.subject) as behind_refused
                        from (select *, sum(length(data)) over (order by seq rows unbounded preceding)
                                        - length(data) as bytes_before
                              from outbox
                              where seq not in (select unnest(:onTheirWay))
                              order by seq
                              limit :limit) oldest
                        where bytes_before < :bytes
                        order by seq
                        """)
                .bindArray("onTheirWay", Long.class, seqs(onTheirWay))
                .bind("limit", limit)
                .bind("bytes", BATCH_BYTES)
                .map((rs, context) -> row(rs))
                .list();
        return new OutboxBatch(rows, rows.size() == limit || bytes(rows) >= BATCH_BYTES);
    }

    private static long bytes(List<OutboxRow> rows) {
        return rows.stream().mapToLong(row -> row.data().length).sum();
    }

    private static List<Long> seqs(Collection<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::seq).toList();
    }

    void delete(Collection<OutboxRow> rows) {
        handle.createUpdate("delete from outbox where seq = any(:seqs)")
                .bindArray("seqs", Long.class, seqs(rows))
                .execute();
    }

    /** Moves a row that will never be taken as it is out of the way of those behind it. */
    void setAside(long seq, String reason) {
        handle.useTransaction(tx -> {
            tx.execute(ONE_AT_A_TIME);
            tx.createUpdate(
                            """
                            with refused as (delete from outbox where seq = :seq returning *)
                            insert into outbox_refused
                                (seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data, reason)
                            select seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data, :reason
                            from refused
                            """)
                    .bind("seq", seq)
                    .bind("reason", reason)
                    .execute();
        });
    }

    /** Moves rows behind the refused one of their subject, except where that one has come back meanwhile. */
    void holdBack(Collection<OutboxRow> rows) {
        handle.useTransaction(tx -> {
            tx.execute(ONE_AT_A_TIME);
            tx.createUpdate(
                            """
                            with held as (
                                delete from outbox
                                where seq = any(:seqs)
                                  and exists (select from outbox_refused refused
                                              where refused.tenant_id = outbox.tenant_id
                                                and refused.topic = outbox.topic
                                                and refused.subject = outbox.subject)
                                returning *)
                            insert into outbox_refused
                                (seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data, reason)
                            select seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data, :reason
                            from held
                            """)
                    .bindArray("seqs", Long.class, seqs(rows))
                    .bind("reason", WAITS)
                    .execute();
        });
    }

    /** Makes the room of deleted rows usable again; the system's own vacuum comes by once a minute at best. */
    void vacuum() {
        handle.execute("vacuum outbox");
    }

    @Override
    public void close() {
        handle.execute("reset enable_seqscan");
    }

    private static OutboxRow row(ResultSet rs) throws SQLException {
        return new OutboxRow(
                rs.getLong("seq"),
                rs.getObject("event_id", UUID.class),
                rs.getString("tenant_id"),
                rs.getString("topic"),
                rs.getString("key"),
                rs.getString("type"),
                rs.getString("subject"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getBytes("data"),
                rs.getBoolean("behind_refused"));
    }
}
