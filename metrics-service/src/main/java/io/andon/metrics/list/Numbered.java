package io.andon.metrics.list;

/** A row and its place in the run's order. */
public record Numbered<R>(int position, R row) {}
