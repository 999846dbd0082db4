/** Batches: what went in and what came out, recorded together. A batch is two movements; it owns no table. */
@NullMarked
package io.andon.workorder.batch;

import org.jspecify.annotations.NullMarked;
