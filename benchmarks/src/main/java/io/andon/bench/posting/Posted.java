package io.andon.bench.posting;

/**
 * One posting and its answer; times are those of {@link System#nanoTime}.
 *
 * @param movementId of what it consumed, which its event names too
 */
public record Posted(String movementId, long sentNanos, long answeredNanos) {}
