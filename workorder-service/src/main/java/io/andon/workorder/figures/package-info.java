/** Ratios, computed and rounded in one place. Depends on no feature; every figure that the API shows may use it. */
@NullMarked
package io.andon.workorder.figures;

import org.jspecify.annotations.NullMarked;
