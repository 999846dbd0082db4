/**
 * What was made: reported as a draft, then posted into stock, or recorded as a batch, and undone by a void. Owns the
 * tables {@code completion} and {@code completion_line}.
 */
@NullMarked
package io.andon.workorder.completion;

import org.jspecify.annotations.NullMarked;
