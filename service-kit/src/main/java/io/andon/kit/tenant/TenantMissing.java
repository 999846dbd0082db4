package io.andon.kit.tenant;

import io.andon.kit.problem.Failure;

/** The token is genuine, but says nothing about the tenant that its bearer belongs to. */
public final class TenantMissing extends Failure {

    TenantMissing() {
        super(
                Category.FORBIDDEN,
                "TENANT_MISSING",
                "No tenant",
                "The access token has no valid claim tenant_id: ask whoever runs the identity provider to add it.");
    }
}
