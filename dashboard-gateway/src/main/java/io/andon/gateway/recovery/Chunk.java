package io.andon.gateway.recovery;

import io.andon.gateway.fanout.Frame;
import java.util.List;

/**
 * What was read in one turn.
 *
 * @param from where it begins
 * @param frames of the tenant, of the wanted types, in the order of each topic
 * @param reached how far it leads
 */
record Chunk(Passage from, List<Frame> frames, Passage reached) {

    Chunk {
        frames = List.copyOf(frames);
    }
}
