package io.andon.kit.tenant;

import io.andon.events.TenantId;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of this request, from the verified token alone: no header, path or parameter can name another tenant. */
@RequestScoped
public class TenantContext {

    private static final String TENANT_CLAIM = "tenant_id";
    private static final String PERSON_CLAIM = "preferred_username";

    private final JsonWebToken token;

    public TenantContext(JsonWebToken token) {
        this.token = token;
    }

    /** @throws TenantMissing if the token names no tenant */
    public TenantId tenant() {
        @Nullable String claim = token.getClaim(TENANT_CLAIM);
        try {
            if (claim != null) {
                return new TenantId(claim);
            }
        } catch (IllegalArgumentException malformed) {
            throw new TenantMissing();
        }
        throw new TenantMissing();
    }

    /** The caller's user name, or the token's subject where it carries none. */
    public String person() {
        @Nullable String name = token.getClaim(PERSON_CLAIM);
        return name != null ? name : token.getSubject();
    }
}
