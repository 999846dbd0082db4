/**
 * Makes a POST safe to repeat: the header {@code Idempotency-Key} names an attempt, and the attempt's first answer is
 * kept by the very transaction that it reports on.
 */
@NullMarked
package io.andon.kit.idempotency;

import org.jspecify.annotations.NullMarked;
