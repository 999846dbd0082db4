package io.andon.gateway.fanout;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client that keeps what it gets, and takes bytes only while it is told to. Touched by the lane's thread. */
final class RecordingConnection implements ClientConnection {

    private static final Pattern OFFSET = Pattern.compile("\"offset\":(\\d+)");

    final StringBuilder text = new StringBuilder();
    volatile boolean full;
    volatile boolean broken;
    volatile boolean aborted;
    volatile boolean over;
    volatile @Nullable Resumption resumption;
    volatile @Nullable Subscriber subscriber;
    int writes;

    @Override
    public void open(Resumption opened) {
        resumption = opened;
    }

    @Override
    public void goLive(Resumption live) {
        resumption = live;
    }

    @Override
    public boolean isFull() {
        return full;
    }

    @Override
    public void write(Buffer events) {
        if (broken) {
            throw new IllegalStateException("broken");
        }
        writes++;
        text.append(events);
    }

    @Override
    public void write(SharedPiece events) {
        write(events.bytes());
    }

    @Override
    public void end(Buffer last, boolean leave) {
        text.append(last);
    }

    @Override
    public void abort() {
        aborted = true;
    }

    /** The offsets of the records that the client got, in order. */
    List<Long> offsets() {
        List<Long> offsets = new ArrayList<>();
        Matcher matcher = OFFSET.matcher(text);
        while (matcher.find()) {
            offsets.add(Long.parseLong(matcher.group(1)));
        }
        return offsets;
    }
}
