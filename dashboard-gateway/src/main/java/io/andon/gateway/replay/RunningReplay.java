package io.andon.gateway.replay;

/**
 * A replay that this instance has under way.
 *
 * @param from the first offset of it
 * @param to behind the last one
 * @param next the first that has not been shown yet
 */
public record RunningReplay(String topic, int partition, long from, long to, long next) {}
