package io.andon.gateway.replay;

/**
 * The offsets that a partition has.
 *
 * @param start the first record that is kept
 * @param end behind the last one that can be read
 */
record Range(long start, long end) {

    long clamp(long offset) {
        return Math.max(start, Math.min(offset, end));
    }
}
