package io.andon.bench.stream;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads one HTTP/1.1 answer: the head, then a body that is chunked, of a given length, or as long as the connection
 * lasts. What the answer says is passed on as it comes.
 *
 * <p>Touched by one thread.
 */
public final class StreamParser {

    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int TO_THE_END = Integer.MAX_VALUE;

    private enum Part {
        HEAD,
        CHUNK_SIZE,
        DATA,
        END
    }

    private final StreamListener listener;
    private final EventScanner scanner;
    private final StringBuilder head = new StringBuilder();
    private Part part = Part.HEAD;
    private boolean chunked;
    private int remaining;
    private int chunkSize = -1;
    private boolean inExtension;

    /** @param keepsIds whether {@link StreamListener#lastId} is of interest, which costs a copy per piece */
    public StreamParser(StreamListener listener, boolean keepsIds) {
        this.listener = listener;
        this.scanner = new EventScanner(listener, keepsIds);
    }

    /** Takes all that remains in {@code bytes}. */
    public void feed(ByteBuffer bytes) {
        bytes.order(ByteOrder.BIG_ENDIAN);
        int position = bytes.position();
        int limit = bytes.limit();
        while (position < limit && part != Part.END) {
            position = switch (part) {
                case HEAD -> readHead(bytes, position, limit);
                case CHUNK_SIZE -> readChunkSize(bytes, position, limit);
                default -> readData(bytes, position, limit);
            };
        }
        bytes.position(limit);
    }

    private int readHead(ByteBuffer bytes, int from, int limit) {
        for (int i = from; i < limit; i++) {
            head.append((char) bytes.get(i));
            int length = head.length();
            if (length > LONGEST_HEAD) {
                throw new IllegalStateException("an answer whose head has no end");
            }
            if (length >= 4 && head.charAt(length - 1) == '\n' && head.charAt(length - 3) == '\n') {
                understandHead();
                return i + 1;
            }
        }
        return limit;
    }

    private void understandHead() {
        String text = head.toString().toLowerCase(Locale.ROOT);
        head.setLength(0);
        head.trimToSize();
        chunked = text.contains("\r\ntransfer-encoding: chunked");
        remaining = TO_THE_END;
        int length = text.indexOf("\r\ncontent-length:");
        if (length >= 0) {
            int value = length + "\r\ncontent-length:".length();
            remaining = Integer.parseInt(
                    text.substring(value, text.indexOf("\r\n", value)).strip());
        }
        part = chunked ? Part.CHUNK_SIZE : Part.DATA;
        listener.status(Integer.parseInt(text.split(" ", 3)[1].strip()));
        if (remaining == 0) {
            end();
        }
    }

    /** RFC 9112 §7.1. The line break that ends the chunk before is skipped on the way. */
    private int readChunkSize(ByteBuffer bytes, int from, int limit) {
        for (int i = from; i < limit; i++) {
            byte next = bytes.get(i);
            if (next == '\n' && chunkSize >= 0) {
                remaining = chunkSize;
                chunkSize = -1;
                inExtension = false;
                part = Part.DATA;
                if (remaining == 0) {
                    end();
                }
                return i + 1;
            }
            if (next == ';') {
                inExtension = true;
            } else if (next != '\r' && next != '\n' && !inExtension) {
                chunkSize = Math.max(chunkSize, 0) * 16 + digit(next);
            }
        }
        return limit;
    }

    private static int digit(byte character) {
        int digit = Character.digit(character, 16);
        if (digit < 0) {
            throw new IllegalStateException(
                    "not a chunk's size: " + new String(new byte[] {character}, StandardCharsets.US_ASCII));
        }
        return digit;
    }

    private int readData(ByteBuffer bytes, int from, int limit) {
        int end = Math.min(limit - from, remaining) + from;
        scanner.scan(bytes, from, end);
        if (remaining != TO_THE_END) {
            remaining -= end - from;
        }
        if (remaining == 0 && part == Part.DATA) {
            if (chunked) {
                part = Part.CHUNK_SIZE;
            } else {
                end();
            }
        }
        return end;
    }

    private void end() {
        part = Part.END;
        listener.end();
    }
}
