package io.andon.gateway.fanout;

import io.andon.gateway.position.StreamPosition;

/**
 * The window begins later than where a client wants to go on: what lies between has to be read back from Kafka.
 *
 * @param resume where the client wants to go on; a {@link Resume.After} is in terms of the present topics, and behind
 *     {@code present} in none
 * @param until up to and including which offset records may be missing, topic by topic; everything after it is here
 * @param present how far the gateway has read
 */
public record WindowGap(Resume resume, StreamPosition until, StreamPosition present) implements Unserved {}
