package io.andon.kit.tenant;

import io.andon.events.DomainEvent;
import io.andon.events.TenantId;
import io.andon.kit.Ids;
import io.andon.kit.outbox.PendingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * An open database transaction of one tenant. Used by the thread that opened it, until {@link TenantTransactions}
 * commits it; never kept beyond that.
 */
public final class TenantTransaction {

    private final Handle handle;
    private final TenantId tenant;
    private final Instant now;
    private final List<PendingEvent> events = new ArrayList<>();

    TenantTransaction(Handle handle, TenantId tenant, Instant now) {
        this.handle = handle;
        this.tenant = tenant;
        this.now = now;
    }

    /** The connection; it sees the rows of {@link #tenant()} only. */
    public Handle handle() {
        return handle;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** When this transaction began: the one instant that all it records carries. */
    public Instant now() {
        return now;
    }

    /**
     * Announces what this transaction did. The event is stored with it, and reaches its topic if and only if it commits.
     *
     * <p>Events of one aggregate reach the topic in the order of their commits, provided that the caller holds the
     * aggregate's row lock before its first call.
     *
     * @return the event's id, its {@code ce_id} on the topic
     */
    public UUID publish(DomainEvent event) {
        PendingEvent pending = new PendingEvent(Ids.next(), event);
        events.add(pending);
        return pending.id();
    }

    List<PendingEvent> published() {
        return events;
    }
}
