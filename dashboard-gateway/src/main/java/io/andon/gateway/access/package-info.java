/**
 * Who is asking: reads the caller out of a verified bearer token. The paths that are proxied are not looked at here; the
 * services verify the token themselves.
 */
@NullMarked
package io.andon.gateway.access;

import org.jspecify.annotations.NullMarked;
