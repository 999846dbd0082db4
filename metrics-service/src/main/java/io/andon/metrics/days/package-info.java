/**
 * What is kept of the ledger from run to run: per item and day, everything until then. The intake notes what it changes,
 * a run first makes complete what has changed, and the metrics' SQL reads that instead of the ledger.
 */
@NullMarked
package io.andon.metrics.days;

import org.jspecify.annotations.NullMarked;
