/**
 * Batches: what went in and what came out, recorded together. A batch is two movements and, so that it can be looked up
 * and voided, a completion; it owns no table.
 */
@NullMarked
package io.andon.workorder.batch;

import org.jspecify.annotations.NullMarked;
