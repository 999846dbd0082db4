package io.andon.bench.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the events in the bytes of one stream. A stream's events are nearly all of one length, so the next one's end is
 * guessed first: it is right if it is an empty line that the next number stands before. Only when the guess fails are
 * the bytes looked at one by one. Lines end in LF alone, as those of all servers compared here.
 *
 * <p>Touched by one thread.
 */
final class EventScanner {

    private static final short EMPTY_LINE = 0x0A0A;
    private static final byte[] NOTHING = new byte[0];
    private static final String ID = "id: ";
    private static final int LARGEST_EVENT = 1 << 20;
    private static final byte[] MARK = "\"replayed\":true".getBytes(StandardCharsets.US_ASCII);
    private static final int MARK_WITHIN = 300;

    private final StreamListener listener;
    private final boolean keepsIds;
    private int usualLength = Integer.MAX_VALUE;
    private long expected = -1;
    private byte[] begun = NOTHING;
    private int begunLength;

    EventScanner(StreamListener listener, boolean keepsIds) {
        this.listener = listener;
        this.keepsIds = keepsIds;
    }

    /** Takes the next bytes of the stream, wherever they were cut. */
    void scan(ByteBuffer bytes, int from, int to) {
        int start = begunLength > 0 ? finishBegun(bytes, from, to) : from;
        int lastStart = -1;
        while (start < to) {
            int end = guess(bytes, start, to);
            if (end < 0) {
                end = search(bytes, start, to);
                if (end < 0) {
                    begin(bytes, start, to);
                    break;
                }
                accept(bytes, start, end);
            }
            lastStart = start;
            start = end;
        }
        if (keepsIds && lastStart >= 0) {
            tellId(bytes, lastStart, start);
        }
    }

    /** The end of the event at {@code start} if it is of the usual length and the next in order; else -1. */
    private int guess(ByteBuffer bytes, int start, int to) {
        if (to - start < usualLength) {
            return -1;
        }
        int end = start + usualLength;
        if (bytes.getShort(end - 2) != EMPTY_LINE || NumberedValue.sequence(bytes, start, end) != expected) {
            return -1;
        }
        found(bytes, end, expected);
        return end;
    }

    private static int search(ByteBuffer bytes, int start, int to) {
        for (int i = start + 1; i < to; i++) {
            if (bytes.get(i) == '\n' && bytes.get(i - 1) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private void accept(ByteBuffer bytes, int start, int end) {
        long sequence = NumberedValue.sequence(bytes, start, end);
        if (isShownAgain(bytes, start, end)) {
            return;
        }
        if (sequence < 0) {
            byte[] event = new byte[end - start];
            bytes.get(start, event);
            listener.other(new String(event, StandardCharsets.UTF_8));
        } else {
            usualLength = end - start;
            found(bytes, end, sequence);
        }
    }

    /** A record that an operator shows again has no id and a mark, and is not what is measured, numbered or not. */
    private static boolean isShownAgain(ByteBuffer bytes, int start, int end) {
        if (bytes.get(start) != 'e') {
            return false;
        }
        int last = Math.min(end, start + MARK_WITHIN) - MARK.length;
        for (int i = start; i <= last; i++) {
            int matching = 0;
            while (matching < MARK.length && bytes.get(i + matching) == MARK[matching]) {
                matching++;
            }
            if (matching == MARK.length) {
                return true;
            }
        }
        return false;
    }

    private void found(ByteBuffer bytes, int end, long sequence) {
        expected = sequence + 1;
        listener.numbered(sequence);
        if (listener.samples(sequence)) {
            listener.sent(sequence, NumberedValue.sentNanos(bytes, end));
        }
    }

    /** The bytes end within an event. */
    private void begin(ByteBuffer bytes, int start, int to) {
        int length = to - start;
        reserve(length);
        bytes.get(start, begun, begunLength, length);
        begunLength += length;
    }

    private void reserve(int more) {
        int needed = begunLength + more;
        if (needed > LARGEST_EVENT) {
            throw new IllegalStateException("an event of more than " + LARGEST_EVENT + " bytes");
        }
        if (needed > begun.length) {
            begun = Arrays.copyOf(begun, Math.max(needed, 512));
        }
    }

    /** @return where the next event begins */
    private int finishBegun(ByteBuffer bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte next = bytes.get(i);
            reserve(1);
            begun[begunLength++] = next;
            if (next == '\n' && begunLength > 1 && begun[begunLength - 2] == '\n') {
                ByteBuffer whole = ByteBuffer.wrap(begun);
                int length = begunLength;
                begunLength = 0;
                accept(whole, 0, length);
                if (keepsIds) {
                    tellId(whole, 0, length);
                }
                return i + 1;
            }
        }
        return to;
    }

    private void tellId(ByteBuffer bytes, int start, int end) {
        int lineEnd = start;
        while (lineEnd < end && bytes.get(lineEnd) != '\n') {
            lineEnd++;
        }
        byte[] line = new byte[lineEnd - start];
        bytes.get(start, line);
        String text = new String(line, StandardCharsets.UTF_8);
        if (text.startsWith(ID)) {
            listener.lastId(text.substring(ID.length()));
        }
    }
}
