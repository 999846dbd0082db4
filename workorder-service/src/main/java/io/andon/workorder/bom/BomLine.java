package io.andon.workorder.bom;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/**
 * A component of a bill.
 *
 * @param quantity that goes into the bill's output quantity, in the component's base unit
 * @param scrapFactor the share by which more is needed than goes in: 0.05 for 5 %; 0 to 1
 */
public record BomLine(int lineNo, UUID componentItemId, BigDecimal quantity, String uom, BigDecimal scrapFactor) {

    private static final int SCALE = 6;

    BigDecimal required(BigDecimal output, BigDecimal outputQuantity) {
        return output.multiply(quantity)
                .multiply(BigDecimal.ONE.add(scrapFactor))
                .divide(outputQuantity, SCALE, RoundingMode.HALF_UP);
    }
}
