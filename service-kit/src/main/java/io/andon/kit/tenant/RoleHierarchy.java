package io.andon.kit.tenant;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gives a caller the roles below their own: whoever may plan may also post and read. */
@ApplicationScoped
final class RoleHierarchy implements SecurityIdentityAugmentor {

    /** From the least to the most powerful. */
    private static final List<String> ROLES = List.of("viewer", "operator", "planner", "admin");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        int highest = ROLES.size() - 1;
        while (highest > 0 && !identity.hasRole(ROLES.get(highest))) {
            highest--;
        }
        if (highest == 0) {
            return Uni.createFrom().item(identity);
        }
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder(identity);
        ROLES.subList(0, highest).forEach(builder::addRole);
        return Uni.createFrom().item(builder.build());
    }
}
