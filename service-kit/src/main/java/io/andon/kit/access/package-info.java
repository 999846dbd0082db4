/**
 * How a caller's token is verified: by Quarkus, and not again for a short while when the very same token comes back.
 * Nothing calls this package; it stands in front of the identity provider of {@code quarkus-oidc}.
 */
@NullMarked
package io.andon.kit.access;

import org.jspecify.annotations.NullMarked;
