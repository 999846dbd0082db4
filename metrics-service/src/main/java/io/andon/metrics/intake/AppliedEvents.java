package io.andon.metrics.intake;

import io.andon.kit.tenant.TenantTransaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Remembers which events of master data have been applied, in the transaction that applies them. A movement needs no such
 * memory: it never changes, and its own id is the ledger's key.
 */
final class AppliedEvents {

    private final TenantTransaction tx;

    AppliedEvents(TenantTransaction tx) {
        this.tx = tx;
    }

    /** Keeps of {@code received} what was never applied, each event once, and counts it as applied from now on. */
    List<Received> keepNew(List<Received> received) {
        if (received.isEmpty()) {
            return received;
        }
        List<UUID> ids = received.stream()
                .map(one -> one.position().eventId())
                .distinct()
                // One order for all, so that two transactions with the same events wait instead of deadlocking.
                .sorted()
                .toList();
        Set<UUID> unseen = new HashSet<>(tx.handle()
                .createQuery(
                        """
                        insert into applied_event (tenant_id, event_id, applied_on)
                        select :tenant, event_id, :today
                        from unnest(:ids) as event_id
                        on conflict (tenant_id, event_id) do nothing
                        returning event_id
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("today", LocalDate.ofInstant(tx.now(), ZoneOffset.UTC))
                .bindArray("ids", UUID.class, ids)
                .map((rs, context) -> rs.getObject("event_id", UUID.class))
                .list());
        return received.stream()
                .filter(one -> unseen.remove(one.position().eventId()))
                .toList();
    }
}
