package io.andon.kit.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The relay's statements. Used by the relay's thread alone.
 *
 * <p>It reads whatever rows are there, never "those after the last one": a row whose transaction commits late has a
 * lower number than rows that were sent before it.
 */
final class OutboxTable {

    /** Whoever moves rows between the two tables sees, and leaves, each subject whole on one side. */
    private static final String ONE_AT_A_TIME = "lock table outbox_refused in share row exclusive mode";

    private static final String WAITS = "waits behind an earlier event of the same subject that was refused";

    private final Handle handle;

    OutboxTable(Handle handle) {
        this.handle = handle;
    }

    /** The oldest rows, in their order. */
    List<OutboxRow> next(int limit) {
        return handle.createQuery(
                        """
                        select seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data,
                               exists (select from outbox_refused refused
                                       where refused.tenant_id = outbox.tenant_id
                                         and refused.topic = outbox.topic
                                         and refused.subject = outbox.subject) as behind_refused
                        from outbox
                        order by seq
                        limit :limit
                        """)
                .bind("limit", limit)
                .map((rs, context) -> row(rs))
                .list();
    }

    void delete(Collection<Long> seqs) {
        handle.createUpdate("delete from outbox where seq = any(:seqs)")
                .bindArray("seqs", Long.class, seqs)
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
    void holdBack(Collection<Long> seqs) {
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
                    .bindArray("seqs", Long.class, seqs)
                    .bind("reason", WAITS)
                    .execute();
        });
    }

    /** Makes the room of deleted rows usable again; the system's own vacuum comes by once a minute at best. */
    void vacuum() {
        handle.execute("vacuum outbox");
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
