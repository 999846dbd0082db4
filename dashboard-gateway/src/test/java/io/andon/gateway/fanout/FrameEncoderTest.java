package io.andon.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.andon.events.CloudEvent;
import io.andon.events.PoisonRecordException;
import io.andon.events.TenantId;
import io.andon.gateway.position.StreamPosition;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameEncoderTest {

    private static final UUID ID = UUID.fromString("01935d3a-0000-7000-8000-000000000001");
    private static final StreamPosition POSITION = position("workorder.events/7@1042,metrics.events/7@88");

    @Test
    void writesTheEnvelopeAroundTheValue() {
        Frame frame = encode("workorder:completed", "{\"workOrderId\":\"w1\",\"n\":1.50}");

        assertThat(frame.bytes())
                .hasToString("id: workorder.events/7@1042,metrics.events/7@88\n"
                        + "event: workorder:completed\n"
                        + "data: {\"id\":\"01935d3a-0000-7000-8000-000000000001\",\"type\":\"workorder:completed\","
                        + "\"occurredAt\":\"2026-11-24T08:00:00Z\",\"data\":{\"workOrderId\":\"w1\",\"n\":1.50}}\n\n");
        assertThat(frame.data().toJsonObject().getJsonObject("data").getString("workOrderId"))
                .isEqualTo("w1");
    }

    @Test
    void keepsTheValueOnOneLine() {
        Frame frame = encode("a", "{\n\t\"text\":\r\n\"a\\nb\"\n}");

        assertThat(frame.bytes().toString().lines()).hasSize(4);
        assertThat(frame.data().toJsonObject().getJsonObject("data").getString("text"))
                .isEqualTo("a\nb");
    }

    @Test
    void escapesTheTypeInsideTheJson() {
        Frame frame = encode("odd\"type\\", "{}");

        assertThat(frame.data().toJsonObject().getString("type")).isEqualTo("odd\"type\\");
    }

    @Test
    void refusesATypeOfTheGatewaysOwn() {
        assertThatThrownBy(() -> encode("system.resync", "{}")).isInstanceOf(PoisonRecordException.class);
    }

    @Test
    void refusesAValueThatIsNotUtf8() {
        byte[] broken = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};

        assertThatThrownBy(() -> encode("a", broken)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> encode("a", "\uFEFF{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("UTF-8");
    }

    /** After a restart, records of the two topics may be read in another order than the client has seen them in. */
    @Test
    void doesNotLeadAClientBackInAnotherTopic() {
        StreamPosition seen = position("workorder.events/7@1041,metrics.events/7@90");
        Buffer target = Buffer.buffer();

        encode("a", "{}").appendTo(target, seen);

        assertThat(target.toString()).startsWith("id: workorder.events/7@1042,metrics.events/7@90\nevent: a\ndata: {");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "null",
            value = {
                "metrics:updated; {\"itemsUpdated\":3,\"x\":{\"metric\":\"no\"},\"metric\":\"turns_doi\"}; metrics:updated/turns_doi",
                "metrics:updated; {\"metric\":7}; null",
                "metrics:updated; {}; null",
                "metrics:updated; {\"metric\" broken; null",
                "production:changed; {\"metric\":\"turns_doi\"}; null"
            })
    void knowsWhichEventsALaterOneReplaces(String type, String json, @Nullable String key) {
        assertThat(encode(type, json).coalesceKey()).isEqualTo(key);
    }

    private static Frame encode(String type, String json) {
        return encode(type, json.getBytes(StandardCharsets.UTF_8));
    }

    private static Frame encode(String type, byte[] value) {
        Instant time = Instant.parse("2026-11-24T08:00:00Z");
        CloudEvent event = new CloudEvent(ID, new TenantId("alder-street"), type, "/test", "test/1", time, value);
        return FrameEncoder.encode(event, 0, true, POSITION, 0, 0);
    }

    private static StreamPosition position(String text) {
        return StreamPosition.parse(text).orElseThrow();
    }
}
