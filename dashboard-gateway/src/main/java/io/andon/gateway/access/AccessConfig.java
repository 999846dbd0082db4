package io.andon.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Who may stream, and how a caller may say who it is. */
@ConfigMapping(prefix = "andon.access")
public interface AccessConfig {

    /**
     * Whether a token is also taken from the address, as {@code ?access_token=} (RFC 6750 §2.3): for tools that can send
     * neither a header nor a cookie. Addresses end up in logs and histories of whatever is in between.
     */
    @WithDefault("false")
    boolean queryToken();

    /** Tenants whose clients are told to stop; read at the start. What the services answer them is not decided here. */
    Optional<Set<String>> suspendedTenants();
}
