package io.andon.workorder.stock;

import io.andon.workorder.stock.InsufficientStock.Shortage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What is in a bin, and what a posting does to it. Lives as long as the posting, on one thread. */
final class BinStock {

    private final Bin bin;
    private final BigDecimal before;
    private Instant receivedAt;
    private BigDecimal delta = BigDecimal.ZERO;
    private BigDecimal requested = BigDecimal.ZERO;
    private boolean touched;

    /** @param receivedAt when the stock came in, the oldest of it */
    BinStock(Bin bin, BigDecimal before, Instant receivedAt) {
        this.bin = bin;
        this.before = before;
        this.receivedAt = receivedAt;
    }

    Bin bin() {
        return bin;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    BigDecimal delta() {
        return delta;
    }

    BigDecimal quantity() {
        return before.add(delta);
    }

    /** Whether a line goes to this bin. */
    boolean touched() {
        return touched;
    }

    void receive(BigDecimal quantity, Instant at) {
        if (quantity().signum() <= 0 || at.isBefore(receivedAt)) {
            receivedAt = at;
        }
        delta = delta.add(quantity);
        touched = true;
    }

    /** Books a draw back: the goods never left, so the bin is as old as before. */
    void putBack(BigDecimal quantity) {
        delta = delta.add(quantity);
        touched = true;
    }

    void take(BigDecimal quantity) {
        delta = delta.subtract(quantity);
        touched = true;
    }

    /** Notes a draw that this bin answers for, wherever the goods come from. */
    void request(BigDecimal quantity) {
        requested = requested.add(quantity);
    }

    /** How much of what was requested is not there. What was missing before is not this posting's fault. */
    Optional<Shortage> shortage() {
        BigDecimal missing = requested.min(quantity().negate()).min(delta.negate());
        return missing.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Shortage(
                        bin.itemId(),
                        bin.locationId(),
                        bin.lotCode().equals(Line.NO_LOT) ? null : bin.lotCode(),
                        requested,
                        requested.subtract(missing),
                        missing));
    }
}
