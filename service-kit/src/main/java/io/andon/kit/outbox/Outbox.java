package io.andon.kit.outbox;

import io.andon.events.EventJson;
import io.andon.events.EventType;
import io.andon.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Where a transaction leaves its events. Any thread appends; the relay's thread alone waits for commits. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT =
            """
            insert into outbox (event_id, tenant_id, topic, key, type, subject, recorded_at, data)
            select e.id, :tenant, e.topic, e.key, e.type, e.subject, :recordedAt, convert_to(e.data, 'UTF8')
            from unnest(:ids::uuid[], :topics::text[], :keys::text[], :types::text[], :subjects::text[],
                    :data::text[]) with ordinality
                as e (id, topic, key, type, subject, data, position)
            order by e.position
            """;

    /** Commits since the relay last looked; how many there were does not matter. */
    private final Semaphore commits = new Semaphore(0);

    /**
     * Stores {@code events} in the open transaction of {@code handle}, in their order.
     *
     * @param recordedAt becomes each event's {@code ce_time}
     */
    public void append(Handle handle, TenantId tenant, Instant recordedAt, List<PendingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        handle.createUpdate(INSERT)
                .bind("tenant", tenant.value())
                .bind("recordedAt", recordedAt)
                .bindArray("ids", UUID.class, column(events, PendingEvent::id))
                .bindArray("topics", String.class, column(events, pending -> type(pending)
                        .topic()))
                .bindArray("keys", String.class, column(events, pending -> pending.event()
                        .key(tenant)))
                .bindArray("types", String.class, column(events, pending -> type(pending)
                        .wireName()))
                .bindArray("subjects", String.class, column(events, pending -> pending.event()
                        .subject()))
                .bindArray("data", String.class, column(events, Outbox::json))
                .execute();
    }

    private static String json(PendingEvent pending) {
        return new String(EventJson.write(pending.event()), StandardCharsets.UTF_8);
    }

    private static EventType type(PendingEvent pending) {
        return pending.event().type();
    }

    private static Object[] column(List<PendingEvent> events, Function<PendingEvent, Object> value) {
        return events.stream().map(value).toArray();
    }

    /** Tells the relay that a transaction with events has committed. */
    public void announceCommit() {
        commits.release();
    }

    /** Returns after the next commit, at once if one was announced since the last call, or when the time is over. */
    void awaitCommit(long timeoutMs) throws InterruptedException {
        if (commits.tryAcquire(timeoutMs, TimeUnit.MILLISECONDS)) {
            commits.drainPermits();
        }
    }
}
