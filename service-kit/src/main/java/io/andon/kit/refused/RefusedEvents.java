package io.andon.kit.refused;

import io.andon.kit.paging.Page;
import io.andon.kit.paging.PageRequest;
import io.andon.kit.problem.InvalidField;
import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Lists and brings back. An event returns under the number that it had, and with it all that waits behind it, so that
 * the relay sends its subject's events in the order of their commits.
 */
@ApplicationScoped
public class RefusedEvents {

    /** As the relay does when it moves rows: each subject is then whole on one side. */
    private static final String ONE_AT_A_TIME = "lock table outbox_refused in share row exclusive mode";

    private record Row(long seq, RefusedEvent event) {}

    /** The oldest first. */
    public Page<RefusedEvent> list(TenantTransaction tx, PageRequest page) {
        List<Row> rows = tx.handle()
                .createQuery(
                        """
                        select seq, event_id, topic, type, subject, recorded_at, refused_at, octet_length(data), reason
                        from outbox_refused
                        where tenant_id = :tenant and seq > :after
                        order by seq
                        limit :limit
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("after", page.after().map(RefusedEvents::position).orElse(-1L))
                .bind("limit", page.limit() + 1)
                .map((rs, context) -> new Row(rs.getLong("seq"), read(rs)))
                .list();
        Page<Row> found = PageRequest.page(rows, page.limit(), row -> Long.toString(row.seq()));
        return new Page<>(found.data().stream().map(Row::event).toList(), found.nextCursor());
    }

    /**
     * Brings back what was set aside of the event's subject.
     *
     * @throws RefusedEventNotFound if the tenant has no such event
     */
    public Requeued requeue(TenantTransaction tx, UUID eventId) {
        tx.handle().execute(ONE_AT_A_TIME);
        int events = tx.handle()
                .createUpdate(
                        """
                        with returned as (
                            delete from outbox_refused
                            where tenant_id = :tenant
                              and (topic, subject) in (select topic, subject from outbox_refused
                                                       where tenant_id = :tenant and event_id = :event)
                            returning *)
                        insert into outbox
                            (seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data)
                        overriding system value
                        select seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data
                        from returned
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("event", eventId)
                .execute();
        if (events == 0) {
            throw new RefusedEventNotFound(eventId);
        }
        return new Requeued(events);
    }

    /** Brings back all that was set aside. */
    public Requeued requeueAll(TenantTransaction tx) {
        tx.handle().execute(ONE_AT_A_TIME);
        return new Requeued(tx.handle()
                .createUpdate(
                        """
                        with returned as (delete from outbox_refused where tenant_id = :tenant returning *)
                        insert into outbox
                            (seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data)
                        overriding system value
                        select seq, event_id, tenant_id, topic, key, type, subject, recorded_at, data
                        from returned
                        """)
                .bind("tenant", tx.tenant().value())
                .execute());
    }

    private static long position(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException forged) {
            throw new InvalidField("cursor", "is not a cursor of this list");
        }
    }

    private static RefusedEvent read(ResultSet rs) throws SQLException {
        return new RefusedEvent(
                rs.getObject("event_id", UUID.class),
                rs.getString("topic"),
                rs.getString("type"),
                rs.getString("subject"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                rs.getObject("refused_at", OffsetDateTime.class).toInstant(),
                rs.getLong("octet_length"),
                rs.getString("reason"));
    }
}
