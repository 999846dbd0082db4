/** Output that was no good: it counts against the plan and the yield, and never becomes stock. Owns the table {@code scrap}. */
@NullMarked
package io.andon.workorder.scrap;

import org.jspecify.annotations.NullMarked;
