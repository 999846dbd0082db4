package io.andon.metrics.intake;

import io.andon.events.InventoryEvent.MovementPosted;
import io.andon.kit.tenant.TenantTransaction;
import java.util.List;
import java.util.UUID;

/**
 * A movement that undoes another counts with the type of what it undoes: the void of a shipment takes demand away, the
 * void of a count does not.
 *
 * <p>Either may arrive first, and a void may itself be voided, so the type is that of the first movement in the chain,
 * looked up for the new movements and for all that hang on them (the SQL function {@code settle}). A circle, which no
 * correct producer makes, ends the search, and its movements keep their own types.
 */
final class Reversals {

    private final TenantTransaction tx;

    Reversals(TenantTransaction tx) {
        this.tx = tx;
    }

    /**
     * Sets what the lines of {@code added} movements, and of those that hang on them, count as.
     *
     * @return the movements whose lines now count as something else
     */
    List<UUID> settle(List<MovementPosted> added) {
        List<UUID> voids = added.stream()
                .filter(movement -> movement.reversesMovementId() != null)
                .map(MovementPosted::movementId)
                .toList();
        return tx.handle()
                .createQuery("select settle(:tenant, :movements, :voids) as movement_id")
                .bind("tenant", tx.tenant().value())
                .bindArray(
                        "movements",
                        UUID.class,
                        added.stream().map(MovementPosted::movementId).toList())
                .bindArray("voids", UUID.class, voids)
                .map((rs, context) -> rs.getObject("movement_id", UUID.class))
                .list();
    }
}
