package io.andon.workorder.outbox;

import io.andon.kit.idempotency.IdempotentPost;
import io.andon.kit.refused.RefusedEvents;
import io.andon.kit.refused.RefusedEventsOperations;
import io.andon.kit.tenant.TenantContext;
import io.andon.kit.tenant.TenantTransactions;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /inventory/outbox/refused} and what brings its events back. */
@Tag(name = "Refused events")
@Path("/inventory/outbox/refused")
public class RefusedEventsResource extends RefusedEventsOperations {

    RefusedEventsResource(
            TenantContext caller, TenantTransactions transactions, IdempotentPost post, RefusedEvents refused) {
        super(caller, transactions, post, refused);
    }
}
