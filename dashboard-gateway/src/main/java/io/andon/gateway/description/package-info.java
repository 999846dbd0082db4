/**
 * Describes the APIs to whoever writes a client: {@code GET /openapi} for requests and answers, {@code GET /asyncapi}
 * for events. Both are public, as they hold nothing of any tenant. Knows the services' addresses from the proxy's
 * configuration; nobody else may call in here.
 */
@NullMarked
package io.andon.gateway.description;

import org.jspecify.annotations.NullMarked;
