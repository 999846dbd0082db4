/** One item seen by all metrics: what a click on a row or a mark leads to. */
@NullMarked
package io.andon.metrics.item;

import org.jspecify.annotations.NullMarked;
