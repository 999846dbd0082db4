package io.andon.kit.refused;

/**
 * The answer to a re-queueing.
 *
 * @param events how many events will be sent again
 */
public record Requeued(int events) {}
