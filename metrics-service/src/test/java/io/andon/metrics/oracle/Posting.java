package io.andon.metrics.oracle;

import io.andon.events.MovementType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A movement as a story has it.
 *
 * @param seq the order in which the movements were recorded
 * @param undoes null if it undoes none
 */
record Posting(UUID id, long seq, MovementType type, Instant at, Posting undoes, List<Line> lines) {

    static final Comparator<Posting> IN_TIME = Comparator.comparing(Posting::at).thenComparing(Posting::seq);

    /**
     * One line.
     *
     * @param lot null for none
     * @param receivedAt null for the movement's time
     * @param pieces signed
     * @param unitCost null if unknown
     */
    record Line(int no, Product product, UUID place, String lot, Instant receivedAt, int pieces, BigDecimal unitCost) {

        BigDecimal quantity() {
            return product.quantity(pieces);
        }

        Line opposite() {
            return new Line(no, product, place, lot, receivedAt, -pieces, unitCost);
        }
    }

    Stream<Line> linesOf(Product product) {
        return lines.stream().filter(line -> line.product().equals(product));
    }

    /** What it counts as: the type of the first movement of the chain of voids that it ends. */
    MovementType countsAs() {
        return undoes == null ? type : undoes.countsAs();
    }

    boolean isDemand() {
        return switch (countsAs()) {
            case SHIPMENT, WO_ISSUE, CUSTOMER_RETURN -> true;
            case OPENING, RECEIPT, SUPPLIER_RETURN, TRANSFER, COUNT, ADJUSTMENT, WO_PRODUCTION, WO_SCRAP -> false;
        };
    }
}
