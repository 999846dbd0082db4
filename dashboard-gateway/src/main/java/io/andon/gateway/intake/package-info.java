/**
 * Reads the dashboard topics from Kafka and gives each record to its tenant's hub.
 *
 * <p>Two threads. {@link io.andon.gateway.intake.TopicIntake} polls records and owns the consumer;
 * {@link io.andon.gateway.intake.TopicWatch} asks the cluster which topics and partitions there are and from where to
 * read them, and may wait for it. There is no consumer group and nothing is committed: every gateway reads everything,
 * and where it begins is a matter of time, not of what another instance has done.
 */
@NullMarked
package io.andon.gateway.intake;

import org.jspecify.annotations.NullMarked;
