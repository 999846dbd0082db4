package io.andon.gateway.recovery;

import io.andon.gateway.fanout.Frame;
import io.andon.gateway.fanout.Outcome;
import io.andon.gateway.fanout.Resumption;
import io.andon.gateway.fanout.TypeFilter;
import io.andon.gateway.position.StreamPosition;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client that polls gets.
 *
 * @param reached the position after the last of the frames; the next page begins there
 * @param resync whether the client has missed something that is not in any page
 */
public record ChangesPage(List<Frame> frames, StreamPosition reached, boolean resync) {

    public ChangesPage {
        frames = List.copyOf(frames);
    }

    static ChangesPage resync(StreamPosition present) {
        return new ChangesPage(List.of(), present, true);
    }

    /** A page of what was read back, and after that what the window has, up to {@code limit}. */
    static ChangesPage of(List<Frame> readBack, Resumption rest, TypeFilter filter, int limit) {
        if (rest.outcome() == Outcome.RESYNC) {
            return resync(rest.present());
        }
        List<Frame> all = new ArrayList<>(readBack);
        rest.history().stream().filter(filter::accepts).forEach(all::add);
        if (all.size() <= limit) {
            return new ChangesPage(all, rest.present(), false);
        }
        List<Frame> frames = all.subList(0, limit);
        return new ChangesPage(frames, frames.get(limit - 1).position().max(rest.start()), false);
    }
}
