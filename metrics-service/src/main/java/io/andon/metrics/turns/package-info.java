/** Turns and days of inventory: how fast stock moves through. Definition: see {@link TurnsFormula}. */
@NullMarked
package io.andon.metrics.turns;

import org.jspecify.annotations.NullMarked;
