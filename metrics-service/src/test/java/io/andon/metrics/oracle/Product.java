package io.andon.metrics.oracle;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * An item as a story has it.
 *
 * @param sku null if its master data never arrives
 * @param standardCost null if unknown
 * @param piece what one piece is in the base unit, so that stock can be counted one by one
 */
record Product(UUID id, String sku, BigDecimal standardCost, boolean active, BigDecimal piece) {

    BigDecimal quantity(long pieces) {
        return piece.multiply(BigDecimal.valueOf(pieces));
    }
}
