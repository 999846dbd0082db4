/**
 * From Kafka into the ledger: reads {@code inventory.movements} and {@code inventory.masterdata}, applies every event
 * once, and puts what it cannot understand on a dead-letter topic. Nothing calls it; it runs on a thread of its own.
 */
@NullMarked
package io.andon.metrics.intake;

import org.jspecify.annotations.NullMarked;
