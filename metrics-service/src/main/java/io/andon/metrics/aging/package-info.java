/**
 * Inventory aging: how long what is on hand has been there, by first in, first out. The rule is
 * {@link io.andon.metrics.aging.Fifo}.
 */
@NullMarked
package io.andon.metrics.aging;

import org.jspecify.annotations.NullMarked;
