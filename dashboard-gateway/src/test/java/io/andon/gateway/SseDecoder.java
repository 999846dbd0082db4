package io.andon.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads a chunked HTTP/1.1 answer (RFC 9112 §7.1) and the events in it, however the bytes happen to arrive. */
final class SseDecoder {

    private static final String HEAD_END = "\r\n\r\n";

    private enum State {
        HEAD,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        OVER
    }

    private final Consumer<SseEvent> events;
    private final StringBuilder head = new StringBuilder();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private State state = State.HEAD;
    private int size;
    private int status;
    private long retryMs = -1;
    private String id = "";
    private String type = "";
    private String data = "";

    SseDecoder(Consumer<SseEvent> events) {
        this.events = events;
    }

    void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining() && state != State.OVER) {
            byte next = bytes.get();
            switch (state) {
                case HEAD -> head(next);
                case CHUNK_SIZE -> chunkSize(next);
                case CHUNK -> chunk(next);
                case CHUNK_END -> state = next == '\n' ? State.CHUNK_SIZE : state;
                case OVER -> throw new IllegalStateException("the answer is over");
            }
        }
    }

    private void head(byte next) {
        head.append((char) next);
        if (next == '\n' && head.lastIndexOf(HEAD_END) == head.length() - HEAD_END.length()) {
            status = Integer.parseInt(head.substring(9, 12));
            state = State.CHUNK_SIZE;
        }
    }

    private void chunkSize(byte next) {
        if (next == '\n') {
            state = size == 0 ? State.OVER : State.CHUNK;
        } else if (next != '\r') {
            size = size * 16 + Character.digit(next, 16);
        }
    }

    private void chunk(byte next) {
        size--;
        if (next == '\n') {
            line(line.toString(StandardCharsets.UTF_8));
            line.reset();
        } else {
            line.write(next);
        }
        if (size == 0) {
            state = State.CHUNK_END;
        }
    }

    private void line(String text) {
        if (text.isEmpty() && !type.isEmpty()) {
            events.accept(new SseEvent(id, type, data));
            id = "";
            type = "";
            data = "";
        } else if (text.startsWith("id: ")) {
            id = text.substring(4);
        } else if (text.startsWith("event: ")) {
            type = text.substring(7);
        } else if (text.startsWith("data: ")) {
            data = text.substring(6);
        } else if (text.startsWith("retry: ")) {
            retryMs = Long.parseLong(text.substring(7));
        }
    }

    /** Zero until the head has arrived. */
    int status() {
        return status;
    }

    /** What the stream said last in {@code retry:}, negative if nothing. */
    long retryMs() {
        return retryMs;
    }

    /** Whether the answer has ended in order. */
    boolean isOver() {
        return state == State.OVER;
    }
}
