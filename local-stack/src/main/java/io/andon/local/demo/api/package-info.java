/**
 * The public API as a script of a tenant uses it: tokens by password, JSON in and out, every POST with an idempotency
 * key, and patience with services that are away for a while. It knows nothing of what is posted.
 */
@NullMarked
package io.andon.local.demo.api;

import org.jspecify.annotations.NullMarked;
