package io.andon.workorder.stock;

import io.andon.events.MovementType;
import io.andon.kit.problem.InvalidField;
import java.math.BigDecimal;

/** Which way a movement of a system outside moves stock. */
enum Direction {
    IN,
    OUT,
    EITHER,
    WITHIN;

    /** @throws InvalidField for the types that only work orders make */
    static Direction of(MovementType type) {
        return switch (type) {
            case OPENING, RECEIPT, CUSTOMER_RETURN -> IN;
            case SHIPMENT, SUPPLIER_RETURN -> OUT;
            case COUNT, ADJUSTMENT -> EITHER;
            case TRANSFER -> WITHIN;
            case WO_ISSUE, WO_PRODUCTION, WO_SCRAP ->
                throw new InvalidField("movementType", "is made by postings to work orders only");
        };
    }

    /** Refuses a quantity that goes the wrong way: a negative receipt would count as demand, for instance. */
    void requireSign(String field, BigDecimal qtyDelta) {
        if (qtyDelta.signum() == 0) {
            throw new InvalidField(field, "must not be zero");
        }
        if (this == IN && qtyDelta.signum() < 0) {
            throw new InvalidField(field, "must be positive for this movementType");
        }
        if (this == OUT && qtyDelta.signum() > 0) {
            throw new InvalidField(field, "must be negative for this movementType");
        }
    }
}
