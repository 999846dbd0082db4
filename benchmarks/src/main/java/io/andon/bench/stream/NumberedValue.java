package io.andon.bench.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * The value of a benchmark's event: JSON that ends in the time at which it was produced and its number, both of fixed
 * width, so that a reader finds them from the end of the event without parsing it.
 *
 * <pre>{"pad":"…","sent":"0000012345678901234","seq":"000000000042"}</pre>
 */
public final class NumberedValue {

    private static final int SENT_DIGITS = 19;
    private static final int SEQUENCE_DIGITS = 12;
    private static final byte[] SEQUENCE_KEY = ",\"seq\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final long SEQUENCE_KEY_BITS = ByteBuffer.wrap(SEQUENCE_KEY).getLong();
    private static final String SENT_KEY = "\",\"sent\":\"";

    private final byte[] template;

    /** @param length of the JSON in bytes, at least 80 */
    public NumberedValue(int length, long seed) {
        String tail = SENT_KEY + "0".repeat(SENT_DIGITS) + "\"" + new String(SEQUENCE_KEY, StandardCharsets.US_ASCII)
                + "0".repeat(SEQUENCE_DIGITS) + "\"}";
        String head = "{\"pad\":\"";
        StringBuilder pad = new StringBuilder();
        Random random = new Random(seed);
        while (head.length() + pad.length() + tail.length() < length) {
            pad.append((char) ('a' + random.nextInt(26)));
        }
        template = (head + pad + tail).getBytes(StandardCharsets.US_ASCII);
    }

    /** A value of its own, which nobody writes to afterwards. */
    public byte[] of(long sequence, long sentNanos) {
        byte[] value = template.clone();
        int sequenceEnd = value.length - 2;
        int sentEnd = sequenceEnd - SEQUENCE_DIGITS - SEQUENCE_KEY.length - 1;
        write(value, sequenceEnd, sequence);
        write(value, sentEnd, sentNanos);
        return value;
    }

    private static void write(byte[] value, int end, long number) {
        long rest = number;
        for (int i = end - 1; rest > 0; i--) {
            value[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /**
     * The number of the event that ends, with its empty line, at {@code end}; -1 if it has none. The value may stand in
     * an envelope, whose closing brace then follows its own.
     *
     * @param bytes in big-endian order
     * @param start where the event begins
     */
    static long sequence(ByteBuffer bytes, int start, int end) {
        int sequenceEnd = sequenceEnd(bytes, end);
        int digits = sequenceEnd - SEQUENCE_DIGITS;
        int key = digits - SEQUENCE_KEY.length;
        if (key - SENT_DIGITS <= start || bytes.getLong(key) != SEQUENCE_KEY_BITS) {
            return -1;
        }
        return number(bytes, digits, sequenceEnd);
    }

    /** When the event was produced, by {@link System#nanoTime}; the event has a number. */
    static long sentNanos(ByteBuffer bytes, int end) {
        int sentEnd = sequenceEnd(bytes, end) - SEQUENCE_DIGITS - SEQUENCE_KEY.length - 1;
        return number(bytes, sentEnd - SENT_DIGITS, sentEnd);
    }

    /** From the end: two line breaks, one or two braces, a quote. */
    private static int sequenceEnd(ByteBuffer bytes, int end) {
        return end >= 4 && bytes.get(end - 4) == '}' ? end - 5 : end - 4;
    }

    private static long number(ByteBuffer bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (bytes.get(i) - '0');
        }
        return number;
    }
}
