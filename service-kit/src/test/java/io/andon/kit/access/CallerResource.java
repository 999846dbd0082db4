package io.andon.kit.access;

import io.andon.kit.tenant.TenantContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Says whom it takes its caller for, in each of the ways in which a resource may ask. */
@Path("/caller")
public class CallerResource {

    record Seen(
            String tenant,
            String person,
            String token,
            SortedSet<String> roles,
            SortedSet<String> attributes,
            String requestOfTheIdentity) {}

    private final TenantContext caller;
    private final JsonWebToken token;
    private final SecurityIdentity identity;

    CallerResource(TenantContext caller, JsonWebToken token, SecurityIdentity identity) {
        this.caller = caller;
        this.token = token;
        this.identity = identity;
    }

    @GET
    @RolesAllowed("viewer")
    public Seen seen() {
        RoutingContext request = identity.getAttribute(RoutingContext.class.getName());
        return new Seen(
                caller.tenant().value(),
                caller.person(),
                token.getRawToken(),
                new TreeSet<>(identity.getRoles()),
                new TreeSet<>(identity.getAttributes().keySet()),
                request.request().uri());
    }
}
