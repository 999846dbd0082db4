package io.andon.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** How Andon's values become JSON: the one place that says so, for records on topics and for answers over HTTP alike. */
public final class EventJson {

    private static final ObjectMapper MAPPER = configure(JsonMapper.builder().build())
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private EventJson() {}

    /** Sets up {@code mapper}: instants as RFC 3339 in UTC, decimals exact and in plain notation. */
    public static ObjectMapper configure(ObjectMapper mapper) {
        return mapper.registerModule(new JavaTimeModule())
                .registerModule(new SimpleModule("andon-decimals")
                        .addSerializer(BigDecimal.class, new PlainDecimalSerializer()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** The {@code data} of a record: UTF-8 JSON without line breaks, absent values left out. */
    public static byte[] write(DomainEvent event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + event.type(), e);
        }
    }

    /**
     * Reads the {@code data} of a record; fields that this version does not know are ignored.
     *
     * @throws PoisonRecordException if {@code data} is not a {@code payload}
     */
    public static <E extends DomainEvent> E read(byte[] data, Class<E> payload) {
        try {
            E event = MAPPER.readValue(data, payload);
            if (event == null) {
                throw new PoisonRecordException("the value is null");
            }
            return event;
        } catch (IOException e) {
            throw new PoisonRecordException("the value is not a " + payload.getSimpleName(), e);
        }
    }

    /** @throws PoisonRecordException if {@code data} is not exactly one JSON object */
    static void requireJson(byte[] data) {
        try (JsonParser parser = MAPPER.createParser(data)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new PoisonRecordException("the value is not a JSON object");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new PoisonRecordException("the value goes on after its JSON object");
            }
        } catch (IOException e) {
            throw new PoisonRecordException("the value is not JSON", e);
        }
    }
}
