package io.andon.gateway.fanout;

import io.andon.gateway.position.StreamPosition;
import java.time.Instant;

/** Where a client wants its stream to begin. */
public sealed interface Resume {

    /** With whatever comes next. */
    record Fresh() implements Resume {}

    /** After a position that an earlier stream has reached. */
    record After(StreamPosition position) implements Resume {}

    /** With what was recorded at a time or later. */
    record Since(Instant time) implements Resume {}

    /** After a position that cannot be read. */
    record Unreadable() implements Resume {}

    /** Live, because what came before could not be found. */
    record GivenUp(ResyncReason reason) implements Resume {}
}
