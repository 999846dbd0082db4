/**
 * Reports of output: a draft, then posted into stock. Owns the tables {@code completion} and {@code completion_line}.
 */
@NullMarked
package io.andon.workorder.completion;

import org.jspecify.annotations.NullMarked;
