package io.andon.workorder.stock;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A line, or a part of one, that goes to one bin.
 *
 * @param line what was asked for
 * @param lotCode empty for stock without a lot
 * @param qtyDelta this part's
 * @param receivedAt when the goods that it moves came in
 */
record SettledLine(Line line, String lotCode, BigDecimal qtyDelta, Instant receivedAt) {

    Bin bin() {
        return new Bin(line.item().id(), line.locationId(), lotCode);
    }
}
