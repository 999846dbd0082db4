package io.andon.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventHeadersTest {

    private static final CloudEvent EVENT = new CloudEvent(
            UUID.fromString("0190a000-0000-7000-8000-000000000001"),
            new TenantId("alder-street"),
            "workorder:changed",
            "/workorder-service",
            "work-order/1",
            Instant.parse("2026-06-30T12:00:00.123456Z"),
            utf8("{\"status\":\"released\"}"));

    @Test
    void readsBackWhatItWrote() {
        CloudEvent read = CloudEventHeaders.read(utf8("alder-street"), CloudEventHeaders.of(EVENT)::get, EVENT.data());

        assertThat(read).isEqualTo(EVENT);
    }

    @Test
    void acceptsAMasterDataKeyOfTheTenant() {
        CloudEvent read =
                CloudEventHeaders.read(utf8("alder-street/item/7"), CloudEventHeaders.of(EVENT)::get, EVENT.data());

        assertThat(read.tenant()).isEqualTo(EVENT.tenant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time", "ce_subject", "ce_tenantid"})
    void refusesARecordWithoutTheHeader(String name) {
        Map<String, byte[]> headers = new HashMap<>(CloudEventHeaders.of(EVENT));
        headers.remove(name);

        assertThatThrownBy(() -> CloudEventHeaders.read(utf8("alder-street"), headers::get, EVENT.data()))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_id, 17",
        "ce_time, yesterday",
        "ce_tenantid, Alder Street",
        "ce_tenantid, northgate",
        "'ce_type', 'a\nevent: b'"
    })
    void refusesARecordWhoseHeaderIsWrong(String name, String value) {
        Map<String, byte[]> headers = new HashMap<>(CloudEventHeaders.of(EVENT));
        headers.put(name, utf8(value));

        assertThatThrownBy(() -> CloudEventHeaders.read(utf8("alder-street"), headers::get, EVENT.data()))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{} {}", "not json", "{\"q\":NaN}"})
    void refusesAValueThatIsNotOneJsonObject(String value) {
        assertThatThrownBy(() ->
                        CloudEventHeaders.read(utf8("alder-street"), CloudEventHeaders.of(EVENT)::get, utf8(value)))
                .isInstanceOf(PoisonRecordException.class)
                .hasMessageStartingWith("the value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alder", "alder-street-2", "northgate"})
    void refusesAKeyOfAnotherTenant(String key) {
        assertThatThrownBy(() -> CloudEventHeaders.read(utf8(key), CloudEventHeaders.of(EVENT)::get, EVENT.data()))
                .isInstanceOf(PoisonRecordException.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
