package io.andon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BakeryDemoTest {

    @Test
    void makesTheSameHistoryForTheSameInstant() throws IOException {
        Instant asOf = Instant.parse("2026-07-01T09:30:00Z");

        assertThat(load(asOf)).isEqualTo(load(asOf));
    }

    /** Shortly after midnight, in the night that loses an hour, on a Sunday, in the middle of a working day. */
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-06-30T23:10:00Z", "2026-03-29T01:30:00Z", "2026-11-22T12:00:00Z", "2026-07-01T09:30:00Z"})
    void neverTakesWhatIsNotThereNorKnowsTheFuture(String asOf) throws IOException {
        List<RecordingApi.Posted> history = load(Instant.parse(asOf));

        Map<String, BigDecimal> stock = new HashMap<>();
        for (RecordingApi.Posted request : history) {
            if (request.body().has("occurredAt")) {
                assertThat(Instant.parse(request.body().get("occurredAt").asText()))
                        .as(request.key())
                        .isBeforeOrEqualTo(Instant.parse(asOf));
            }
            lines(request, stock, "lines", "itemId", "qtyDelta", 1);
            lines(request, stock, "lines", "outputItemId", "quantityCompleted", 1);
            lines(request, stock, "consumeLines", "componentItemId", "quantity", -1);
            lines(request, stock, "produceLines", "outputItemId", "quantity", 1);
            assertThat(stock).as(request.key()).allSatisfy((item, quantity) -> assertThat(quantity)
                    .isNotNegative());
        }
        assertThat(history).extracting(RecordingApi.Posted::key).doesNotHaveDuplicates();
        assertThat(history)
                .filteredOn(request -> request.path().endsWith("/record-batch"))
                .hasSizeGreaterThan(100);
    }

    private static void lines(
            RecordingApi.Posted request,
            Map<String, BigDecimal> stock,
            String list,
            String item,
            String quantity,
            int sign) {
        for (JsonNode line : request.body().path(list)) {
            if (line.has(item) && line.has(quantity)) {
                BigDecimal change = line.get(quantity).decimalValue().multiply(BigDecimal.valueOf(sign));
                stock.merge(line.get(item).asText(), change, BigDecimal::add);
            }
        }
    }

    private static List<RecordingApi.Posted> load(Instant asOf) throws IOException {
        try (RecordingApi api = RecordingApi.start()) {
            new BakeryDemo(api.client(), asOf).load();
            return api.posted();
        }
    }
}
