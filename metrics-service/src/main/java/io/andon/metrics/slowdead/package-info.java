/** Slow and dead stock: what lies there unused, and what is tied up in it. Definition: see {@link SlowDeadFormula}. */
@NullMarked
package io.andon.metrics.slowdead;

import org.jspecify.annotations.NullMarked;
