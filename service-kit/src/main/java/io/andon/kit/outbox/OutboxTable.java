package io.andon.kit.outbox;

import io.andon.events.CloudEvent;
import io.andon.events.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The relay's statements, on the connection that holds the relay's lock: when that connection is lost, so is the lock,
 * and the next statement fails before anything more is sent.
 *
 * <p>It reads whatever rows are there, never "those after the last one": a row whose transaction commits late has a
 * lower number than rows that were sent before it.
 */
final class OutboxTable {

    /** Any constant serves, as long as nothing else in the service's database locks by it. */
    private static final long RELAY_LOCK = 0x416e646f6eL;

    private final Handle handle;
    private final String source;

    OutboxTable(Handle handle, String source) {
        this.handle = handle;
        this.source = source;
    }

    /** Tries to become the one active relay of this database. */
    boolean tryLock() {
        return handle.createQuery("select pg_try_advisory_lock(:lock)")
                .bind("lock", RELAY_LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    /** Gives the lock back; the pool would otherwise hand out a connection that still holds it. */
    void unlock() {
        handle.createQuery("select pg_advisory_unlock(:lock)")
                .bind("lock", RELAY_LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    /** The oldest rows, in their order. */
    List<OutboxRow> next(int limit) {
        return handle.createQuery(
                        """
                        select seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data
                        from outbox
                        order by seq
                        limit :limit
                        """)
                .bind("limit", limit)
                .map((rs, context) -> row(rs))
                .list();
    }

    void delete(Collection<Long> seqs) {
        if (!seqs.isEmpty()) {
            handle.createUpdate("delete from outbox where seq = any(:seqs)")
                    .bindArray("seqs", Long.class, seqs)
                    .execute();
        }
    }

    /** Moves a row that the broker will never accept out of the way of those behind it. */
    void setAside(long seq, String reason) {
        handle.createUpdate(
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
    }

    private OutboxRow row(ResultSet rs) throws SQLException {
        return new OutboxRow(
                rs.getLong("seq"),
                rs.getString("topic"),
                rs.getString("key"),
                new CloudEvent(
                        rs.getObject("event_id", UUID.class),
                        new TenantId(rs.getString("tenant_id")),
                        rs.getString("type"),
                        source,
                        rs.getString("subject"),
                        rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        rs.getBytes("data")));
    }
}
