package io.andon.metrics.aging;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goods that came in together and have the same age and cost. Only its quantity changes: parts are split off. */
final class Layer {

    private final UUID locationId;
    private final @Nullable String lotCode;
    private final Instant receivedAt;
    private final @Nullable BigDecimal unitCost;
    private BigDecimal quantity;

    Layer(
            UUID locationId,
            @Nullable String lotCode,
            Instant receivedAt,
            @Nullable BigDecimal unitCost,
            BigDecimal quantity) {
        this.locationId = locationId;
        this.lotCode = lotCode;
        this.receivedAt = receivedAt;
        this.unitCost = unitCost;
        this.quantity = quantity;
    }

    /** A layer of its own for what {@code line} brings in. */
    static Layer of(StockLine line, BigDecimal quantity) {
        return new Layer(line.locationId(), line.lotCode(), line.receivedAt(), line.unitCost(), quantity);
    }

    /** Takes up to {@code wanted} off this layer, as a layer of the same age. */
    Layer split(BigDecimal wanted) {
        BigDecimal part = quantity.min(wanted);
        quantity = quantity.subtract(part);
        return new Layer(locationId, lotCode, receivedAt, unitCost, part);
    }

    /** The same goods elsewhere. @param lot null to keep theirs */
    Layer movedTo(UUID location, @Nullable String lot) {
        return new Layer(location, lot == null ? lotCode : lot, receivedAt, unitCost, quantity);
    }

    boolean isAt(UUID location) {
        return locationId.equals(location);
    }

    boolean isOf(@Nullable String lot) {
        return Objects.equals(lotCode, lot);
    }

    boolean isEmpty() {
        return quantity.signum() <= 0;
    }

    UUID locationId() {
        return locationId;
    }

    @Nullable
    String lotCode() {
        return lotCode;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    @Nullable
    BigDecimal unitCost() {
        return unitCost;
    }

    BigDecimal quantity() {
        return quantity;
    }
}
