package io.andon.kit.access;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.credential.Credential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.security.Permission;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says of its bearer, without the request that it came with. Nothing changes it, so requests on
 * different threads may share it.
 */
record VerifiedCaller(
        JsonWebToken token,
        Set<String> roles,
        Set<Permission> permissions,
        Set<Credential> credentials,
        Map<String, Object> attributes) {

    /** Of a token that only the holder of another key may use (RFC 7800), as for DPoP and mutual TLS. */
    private static final String BOUND = "cnf";

    /** Attributes that are the request's. */
    private static final String REQUEST = RoutingContext.class.getName();

    private static final String REQUEST_CONTEXT = AuthenticationRequestContext.class.getName();

    /** Empty if other requests with the same token need a look of their own: at a key's proof, or at the issuer's answer. */
    static Optional<VerifiedCaller> of(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)
                || token.containsClaim(BOUND)
                || identity.getAttributes().containsKey(OidcUtils.INTROSPECTION_ATTRIBUTE)) {
            return Optional.empty();
        }
        // Not Map.copyOf: an attribute may be null.
        Map<String, Object> attributes = new HashMap<>(identity.getAttributes());
        attributes.remove(REQUEST);
        attributes.remove(REQUEST_CONTEXT);
        return Optional.of(new VerifiedCaller(
                token,
                Set.copyOf(identity.getRoles()),
                Set.copyOf(identity.getPermissions()),
                Set.copyOf(identity.getCredentials()),
                Collections.unmodifiableMap(attributes)));
    }

    /** The identity that Quarkus makes of the token in another request. */
    SecurityIdentity in(@Nullable RoutingContext request, AuthenticationRequestContext context) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(roles)
                .addPermissions(permissions)
                .addCredentials(credentials)
                .addAttributes(attributes)
                .addAttribute(REQUEST, request)
                .addAttribute(REQUEST_CONTEXT, context)
                .build();
    }

    /** Says nothing: what this holds must not get into a log. */
    @Override
    public String toString() {
        return "VerifiedCaller";
    }
}
