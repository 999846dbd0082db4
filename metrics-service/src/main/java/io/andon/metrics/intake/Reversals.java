package io.andon.metrics.intake;

import io.andon.kit.tenant.TenantTransaction;
import java.util.List;
import java.util.UUID;

/**
 * A movement that undoes another counts with the type of what it undoes: the void of a shipment takes demand away, the
 * void of a count does not.
 *
 * <p>Either may arrive first, and a void may itself be voided, so the type is that of the first movement in the chain,
 * looked up for the new movements and for all that hang on them. A circle, which no correct producer makes, ends the
 * search ({@code union} drops what it has seen), and its movements keep their own types.
 */
final class Reversals {

    private static final String SETTLE =
            """
            with recursive touched (movement_id) as (
                select movement_id from unnest(:movements) as movement_id
                union
                select later.movement_id
                from touched
                join movement later on later.tenant_id = :tenant and later.reverses_movement_id = touched.movement_id
            ),
            chain (movement_id, earlier_id) as (
                select movement_id, movement_id from touched
                union
                select chain.movement_id, earlier.movement_id
                from chain
                join movement undone on undone.tenant_id = :tenant and undone.movement_id = chain.earlier_id
                join movement earlier on earlier.tenant_id = :tenant
                    and earlier.movement_id = undone.reverses_movement_id
            ),
            origin as (
                select chain.movement_id, first.movement_type
                from chain
                join movement first on first.tenant_id = :tenant and first.movement_id = chain.earlier_id
                where chain.earlier_id <> chain.movement_id
                  and not exists (
                      select from movement earlier
                      where earlier.tenant_id = :tenant and earlier.movement_id = first.reverses_movement_id)
            )
            update movement_line
            set counts_as = origin.movement_type
            from origin
            where movement_line.tenant_id = :tenant
              and movement_line.movement_id = origin.movement_id
              and movement_line.counts_as <> origin.movement_type
            """;

    private final TenantTransaction tx;

    Reversals(TenantTransaction tx) {
        this.tx = tx;
    }

    /** Sets what the lines of {@code added} movements, and of those that hang on them, count as. */
    void settle(List<UUID> added) {
        tx.handle()
                .createUpdate(SETTLE)
                .bind("tenant", tx.tenant().value())
                .bindArray("movements", UUID.class, added)
                .execute();
    }
}
