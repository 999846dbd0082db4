package io.andon.gateway.access;

import io.andon.events.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verified caller.
 *
 * @param user the token's subject
 * @param admin whether the caller may see figures of all tenants
 * @param expiresAt when the token ends, and with it every stream that it opened
 * @param session names the session that the caller's cookie stands for; null for a caller without a cookie
 */
public record StreamIdentity(
        TenantId tenant, String user, boolean admin, Instant expiresAt, @Nullable String session) {}
