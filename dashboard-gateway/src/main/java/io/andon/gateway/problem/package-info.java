/** Problem documents (RFC 9457) of the gateway itself; those of the services pass through the proxy unchanged. */
@NullMarked
package io.andon.gateway.problem;

import org.jspecify.annotations.NullMarked;
