/**
 * The dashboards' one door: streams what happens to every open dashboard of the tenant concerned, passes the
 * dashboard's queries on to the services, and serves the dashboard itself.
 *
 * <p>The way of an event: {@code intake} reads it from Kafka, {@code fanout} turns it into one frame that all
 * subscribers of its tenant share, {@code stream} is the HTTP side of a subscriber. {@code position} is the vocabulary
 * of the three: how far in the topics somebody is. {@code proxy}, {@code dashboard} and {@code access} stand beside.
 */
@NullMarked
package io.andon.gateway;

import org.jspecify.annotations.NullMarked;
