package io.andon.gateway.fanout;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.andon.events.CloudEvent;
import io.andon.events.PoisonRecordException;
import io.andon.gateway.position.StreamPosition;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Writes an event as a server-sent event: {@code id}, {@code event} and one line of {@code data} with the envelope
 * around the record's value, which is taken over verbatim.
 */
public final class FrameEncoder {

    /** Names of this form are the gateway's own; a record must not be able to say "resync" or "bye" in its name. */
    private static final String RESERVED = "system.";

    private static final byte[] END = "}\n\n".getBytes(StandardCharsets.US_ASCII);

    private FrameEncoder() {}

    /**
     * @param position the position after the event
     * @throws PoisonRecordException if the event cannot be shown to a client
     */
    public static Frame encode(
            CloudEvent event, int topic, boolean own, StreamPosition position, long recordedAtMs, long readAtMs) {
        String id = "id: " + position;
        String head = id + "\nevent: " + shownType(event) + "\ndata: ";
        String envelope = envelope(event, "");
        byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] envelopeBytes = envelope.getBytes(StandardCharsets.UTF_8);
        byte[] value = oneLine(event.data());
        Buffer bytes = Buffer.buffer(headBytes.length + envelopeBytes.length + value.length + END.length)
                .appendBytes(headBytes)
                .appendBytes(envelopeBytes)
                .appendBytes(value)
                .appendBytes(END);
        long occurredAtMs = event.time().toEpochMilli();
        return new Frame(
                bytes,
                id.length(),
                headBytes.length,
                event.type(),
                topic,
                own,
                position,
                recordedAtMs,
                occurredAtMs,
                readAtMs,
                CoalesceKey.of(event.type(), value));
    }

    /**
     * The event once more: without an id, which would lead its clients back, and marked beside the envelope's other
     * fields.
     *
     * @throws PoisonRecordException if the event cannot be shown to a client
     */
    public static ReplayedFrame encodeReplayed(CloudEvent event) {
        String head = "event: " + shownType(event) + "\ndata: " + envelope(event, "\"replayed\":true,");
        byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] value = oneLine(event.data());
        Buffer bytes = Buffer.buffer(headBytes.length + value.length + END.length)
                .appendBytes(headBytes)
                .appendBytes(value)
                .appendBytes(END);
        return new ReplayedFrame(event.type(), bytes);
    }

    private static String shownType(CloudEvent event) {
        if (event.type().startsWith(RESERVED)) {
            throw new PoisonRecordException("types that begin with " + RESERVED + " are the gateway's own");
        }
        return event.type();
    }

    /** Up to the value. */
    private static String envelope(CloudEvent event, String mark) {
        return "{\"id\":\"" + event.id() + "\",\"type\":\"" + escaped(event.type()) + "\",\"occurredAt\":\""
                + event.time() + "\"," + mark + "\"data\":";
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    /**
     * The value without line breaks, each of which would end the data line. JSON has them between tokens only (RFC 8259
     * §7), where a blank means the same.
     */
    private static byte[] oneLine(byte[] json) {
        requireUtf8(json);
        byte[] line = json;
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '\n' || json[i] == '\r') {
                line = line == json ? json.clone() : line;
                line[i] = ' ';
            }
        }
        return line;
    }

    /** A JSON parser also takes UTF-16, UTF-32 and a byte order mark, none of which can stand inside an event stream. */
    private static void requireUtf8(byte[] json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            if (text.indexOf('\0') < 0 && text.stripLeading().startsWith("{")) {
                return;
            }
        } catch (CharacterCodingException e) {
            throw new PoisonRecordException("the value is not UTF-8", e);
        }
        throw new PoisonRecordException("the value is not a JSON object in UTF-8");
    }
}
