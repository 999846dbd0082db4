/**
 * Events that the relay set aside: what an administrator of the tenant sees of them, and how they are sent after all.
 * Each service has a resource of its own over {@link io.andon.kit.refused.RefusedEvents}.
 */
@NullMarked
package io.andon.kit.refused;

import org.jspecify.annotations.NullMarked;
