/** ABC classification: which few items make up most of the usage value. Definition: see {@link AbcFormula}. */
@NullMarked
package io.andon.metrics.abc;

import org.jspecify.annotations.NullMarked;
