/**
 * What work orders take from stock: reported as a draft, then posted. Owns the tables {@code issue} and
 * {@code issue_line}.
 */
@NullMarked
package io.andon.workorder.issue;

import org.jspecify.annotations.NullMarked;
