package io.andon.kit.outbox;

import io.andon.events.DomainEvent;
import io.andon.events.EventJson;
import io.andon.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where a transaction leaves its events. Any thread appends; the relay's thread alone waits for commits. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT =
            """
            insert into outbox (event_id, tenant_id, topic, key, type, subject, recorded_at, data)
            values (:event_id, :tenant, :topic, :key, :type, :subject, :recorded_at, :data)
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
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (PendingEvent pending : events) {
            DomainEvent event = pending.event();
            batch.bind("event_id", pending.id())
                    .bind("tenant", tenant.value())
                    .bind("topic", event.type().topic())
                    .bind("key", event.key(tenant))
                    .bind("type", event.type().wireName())
                    .bind("subject", event.subject())
                    .bind("recorded_at", recordedAt.atOffset(ZoneOffset.UTC))
                    .bind("data", EventJson.write(event))
                    .add();
        }
        batch.execute();
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
