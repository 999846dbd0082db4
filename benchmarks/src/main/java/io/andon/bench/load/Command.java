package io.andon.bench.load;

import org.jspecify.annotations.Nullable;

/** A line to the load generator, which answers each with one line of {@link Counts}. */
record Command(Kind kind, @Nullable Connect connect) {

    enum Kind {
        /** Opens streams; those of before must have been closed. Answered at once. */
        CONNECT,
        /** Tells the counts so far. */
        LOOK,
        /** Tells the counts so far and begins new ones. */
        MARK,
        /** Closes all streams. */
        CLOSE
    }
}
