package io.andon.gateway.fanout;

import io.andon.gateway.position.StreamPosition;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins frames into buffers worth a write each. A piece is bounded, so that what a slow client is still owed can be
 * checked between two of them; a single frame may be longer.
 */
final class FramePieces {

    private static final int MAX_BYTES = 64 * 1024;

    private final List<Frame> frames;
    private final TypeFilter filter;
    private final @Nullable StreamPosition seen;
    private final List<Frame> inPiece = new ArrayList<>();
    private int index;

    private FramePieces(List<Frame> frames, TypeFilter filter, @Nullable StreamPosition seen) {
        this.frames = frames;
        this.filter = filter;
        this.seen = seen;
    }

    /** Frames as they are, for everybody. */
    static FramePieces live(List<Frame> frames, TypeFilter filter) {
        return new FramePieces(frames, filter, null);
    }

    /** Frames for one client that has seen everything up to {@code seen}. */
    static FramePieces history(List<Frame> frames, TypeFilter filter, StreamPosition seen) {
        return new FramePieces(frames, filter, seen);
    }

    /** The next piece, or null when there is none left. */
    @Nullable
    Buffer next() {
        inPiece.clear();
        int length = 0;
        for (; index < frames.size(); index++) {
            Frame frame = frames.get(index);
            if (filter.accepts(frame)) {
                if (length > 0 && length + frame.length() > MAX_BYTES) {
                    break;
                }
                inPiece.add(frame);
                length += frame.length();
            }
        }
        return inPiece.isEmpty() ? null : join(length);
    }

    private Buffer join(int length) {
        if (inPiece.size() == 1 && seen == null) {
            return inPiece.get(0).bytes();
        }
        Buffer joined = Buffer.buffer(length);
        for (Frame frame : inPiece) {
            if (seen == null) {
                joined.appendBuffer(frame.bytes());
            } else {
                frame.appendTo(joined, seen);
            }
        }
        return joined;
    }

    /** The frames of the piece that was returned last. */
    List<Frame> inPiece() {
        return inPiece;
    }
}
