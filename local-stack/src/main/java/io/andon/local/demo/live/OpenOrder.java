package io.andon.local.demo.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * A work order that can be worked on.
 *
 * @param left what is still to be made
 * @param live whether it was planned by a live floor
 */
record OpenOrder(String id, String number, String itemId, BigDecimal planned, BigDecimal left, boolean live) {

    /** The description of an order that a live floor plans. */
    static final String LIVE = "live";

    static OpenOrder of(JsonNode order) {
        BigDecimal planned = order.path("quantityPlanned").decimalValue();
        return new OpenOrder(
                order.path("id").asText(),
                order.path("number").asText(),
                order.path("outputItemId").asText(),
                planned,
                planned.subtract(order.path("quantityCompleted").decimalValue())
                        .subtract(order.path("quantityScrapped").decimalValue()),
                order.path("description").asText().equals(LIVE));
    }
}
