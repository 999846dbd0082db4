/**
 * metrics-service: a projection of the stock ledger that is rebuilt from Kafka alone, and the inventory metrics that are
 * computed from it.
 *
 * <p>{@code intake} fills the ledger, {@code run} decides when figures are computed and publishes them, and every metric
 * is a package of its own that implements {@link io.andon.metrics.run.Metric}.
 */
@NullMarked
package io.andon.metrics;

import org.jspecify.annotations.NullMarked;
