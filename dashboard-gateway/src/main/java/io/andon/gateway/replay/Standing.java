package io.andon.gateway.replay;

import org.jspecify.annotations.Nullable;

/**
 * Where the group stands in a partition.
 *
 * @param wish what an instance wrote beside the offset; null if no instance did, which makes the offset a new wish
 */
record Standing(long offset, @Nullable Wish wish) {}
