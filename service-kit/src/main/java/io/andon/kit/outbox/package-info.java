/**
 * The transactional outbox: events are rows of the business transaction, and a single active relay moves them to Kafka.
 * A committed change thus reaches its topic at least once, and an aggregate's changes in the order of their commits,
 * whatever crashes in between.
 */
@NullMarked
package io.andon.kit.outbox;

import org.jspecify.annotations.NullMarked;
