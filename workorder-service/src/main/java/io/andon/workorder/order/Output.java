package io.andon.workorder.order;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came out of an order in one posting, at one place.
 *
 * @param locationId where the good part went; null where there is none
 */
public record Output(@Nullable UUID locationId, BigDecimal good, BigDecimal scrap) {

    /** What undoes this. */
    Output negate() {
        return new Output(locationId, good.negate(), scrap.negate());
    }
}
