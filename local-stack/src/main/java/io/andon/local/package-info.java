/**
 * Starts the whole system on one machine without Docker, and stops it. {@link io.andon.local.LocalStack} is the program;
 * read it first, it is the start order.
 *
 * <p>The end-to-end tests use the same parts to start, break and restart a stack of their own. Nothing that is deployed
 * may depend on this package.
 */
@NullMarked
package io.andon.local;

import org.jspecify.annotations.NullMarked;
