package io.andon.workorder.stock;

import io.andon.events.MovementType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Settles which lots a movement's lines go to, and books them. A line that names a lot gets that lot. A draw that names
 * none takes the oldest stock at its location and becomes a line for each lot; what is missing then is booked on stock
 * without a lot, where it shows as a shortage. A transfer puts down the lots that it picked up.
 *
 * <p>metrics-service ages stock by the same rule, but from lines that already say what was taken.
 */
final class LotAllocation {

    private final Stock stock;
    private final Instant occurredAt;

    LotAllocation(Stock stock, Instant occurredAt) {
        this.stock = stock;
        this.occurredAt = occurredAt;
    }

    /** The settled lines, in the order of {@code lines}. */
    List<SettledLine> settle(MovementType type, List<Line> lines) {
        Map<Line, List<SettledLine>> settled = new IdentityHashMap<>();
        if (type == MovementType.TRANSFER) {
            transfer(lines, settled);
        } else {
            receipts(lines).forEach(line -> settled.put(line, receive(List.of(asItIs(line)))));
            draws(lines).forEach(line -> settled.put(line, draw(line)));
        }
        return lines.stream().flatMap(line -> settled.get(line).stream()).toList();
    }

    /** Settles lines that undo others: each goes to the very bin that it names, and what comes back is as old as it was. */
    List<SettledLine> undo(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.isDraw() ? draw(line).stream() : Stream.of(putBack(line)))
                .toList();
    }

    private SettledLine putBack(Line line) {
        BinStock bin = bin(line, line.lotCode() == null ? Line.NO_LOT : line.lotCode());
        bin.putBack(line.qtyDelta());
        return new SettledLine(line, bin.bin().lotCode(), line.qtyDelta(), bin.receivedAt());
    }

    private void transfer(List<Line> lines, Map<Line, List<SettledLine>> settled) {
        CarriedLots carried = new CarriedLots();
        draws(lines).forEach(line -> {
            List<SettledLine> drawn = draw(line);
            drawn.forEach(carried::pickUp);
            settled.put(line, drawn);
        });
        // Who names a lot gets it; the others share what is left.
        Stream.concat(
                        receipts(lines).filter(line -> line.lotCode() != null),
                        receipts(lines).filter(line -> line.lotCode() == null))
                .forEach(line -> settled.put(line, receive(carried.putDown(line))));
    }

    private List<SettledLine> receive(List<SettledLine> parts) {
        parts.forEach(part -> bin(part.line(), part.lotCode()).receive(part.qtyDelta(), part.receivedAt()));
        return parts;
    }

    private List<SettledLine> draw(Line line) {
        BigDecimal wanted = line.qtyDelta().negate();
        Map<BinStock, BigDecimal> taken = new LinkedHashMap<>();
        BinStock answering = bin(line, line.lotCode() == null ? Line.NO_LOT : line.lotCode());
        BigDecimal missing = line.lotCode() == null ? takeOldest(line, wanted, taken) : wanted;
        if (missing.signum() > 0) {
            taken.merge(answering, missing, BigDecimal::add);
        }
        answering.request(wanted);
        taken.forEach(BinStock::take);
        return taken.entrySet().stream()
                .map(part -> new SettledLine(
                        line,
                        part.getKey().bin().lotCode(),
                        part.getValue().negate(),
                        part.getKey().receivedAt()))
                .toList();
    }

    /** Notes in {@code taken} what there is of {@code wanted}; returns what there is not. */
    private BigDecimal takeOldest(Line line, BigDecimal wanted, Map<BinStock, BigDecimal> taken) {
        BigDecimal missing = wanted;
        for (BinStock bin : stock.oldestFirst(line.item().id(), line.locationId())) {
            BigDecimal part = bin.quantity().min(missing);
            if (part.signum() > 0) {
                taken.put(bin, part);
                missing = missing.subtract(part);
            }
        }
        return missing;
    }

    private SettledLine asItIs(Line line) {
        return new SettledLine(
                line,
                line.lotCode() == null ? Line.NO_LOT : line.lotCode(),
                line.qtyDelta(),
                line.lotReceivedAt() == null ? occurredAt : line.lotReceivedAt());
    }

    private BinStock bin(Line line, String lotCode) {
        return stock.bin(line.item().id(), line.locationId(), lotCode, occurredAt);
    }

    private static Stream<Line> receipts(List<Line> lines) {
        return lines.stream().filter(line -> !line.isDraw());
    }

    private static Stream<Line> draws(List<Line> lines) {
        return lines.stream().filter(Line::isDraw);
    }
}
