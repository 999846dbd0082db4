package io.andon.metrics.aging;

import io.andon.events.MovementType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * First in, first out, for one item: folds its movements, in the order in which they happened, into the layers that are
 * still there.
 *
 * <ul>
 *   <li>What comes in opens a layer of its own age: receipts, production, opening stock, returns and gains alike.
 *   <li>What goes out takes the lot that it names, else, and for what that lot lacks, the oldest at its location. What is
 *       not there at all is owed, and whatever comes in next fills that first.
 *   <li>A transfer carries the layers that it takes, with their dates, costs and lots.
 *   <li>A void puts back the layers that its movement took, or takes those that it opened.
 * </ul>
 *
 * <p>This is a fold and not a statement: what a line takes depends on all that lines before it took, lot by lot and place
 * by place, and cumulative sums in SQL can say that of one queue only, not of queues that goods move between and voids
 * put back into. Holds one item's history at a time; used by one thread.
 */
final class Fifo {

    private final Map<UUID, Shelf> shelves = new TreeMap<>();
    private final Map<UUID, Trace> traces = new HashMap<>();

    /** What is there, the oldest first within a location. */
    Stream<Layer> layers() {
        return shelves.values().stream().flatMap(shelf -> shelf.layers().stream());
    }

    /** @param movement all its lines of this item */
    void apply(List<StockLine> movement) {
        StockLine first = movement.get(0);
        Trace trace = traces.computeIfAbsent(first.movementId(), id -> new Trace());
        @Nullable Trace undone = first.reverses() == null ? null : traces.get(first.reverses());
        if (undone != null) {
            undo(movement, undone, trace);
        } else if (first.countsAs() == MovementType.TRANSFER) {
            transfer(movement, trace);
        } else {
            movement.forEach(line -> book(line, trace));
        }
    }

    private void book(StockLine line, Trace trace) {
        if (line.isInbound()) {
            shelf(line).put(Layer.of(line, line.quantity()), trace);
        } else {
            take(line, line.quantity().negate(), trace);
        }
    }

    private void take(StockLine line, BigDecimal wanted, Trace trace) {
        Shelf shelf = shelf(line);
        BigDecimal missing = wanted;
        if (line.lotCode() != null) {
            missing = shelf.take(missing, layer -> layer.isOf(line.lotCode()), trace);
        }
        missing = shelf.take(missing, layer -> true, trace);
        shelf.owe(missing, trace);
    }

    private void transfer(List<StockLine> movement, Trace trace) {
        movement.stream()
                .filter(line -> !line.isInbound())
                .forEach(line -> take(line, line.quantity().negate(), trace));
        List<Layer> carried = new ArrayList<>();
        trace.taken.forEach(taken -> carried.add(taken.movedTo(taken.locationId(), null)));
        // Who names a lot gets it; the others share what is left.
        movement.stream()
                .filter(line -> line.isInbound() && line.lotCode() != null)
                .forEach(line -> putDown(line, carried, trace));
        movement.stream()
                .filter(line -> line.isInbound() && line.lotCode() == null)
                .forEach(line -> putDown(line, carried, trace));
    }

    private void putDown(StockLine line, List<Layer> carried, Trace trace) {
        Shelf shelf = shelf(line);
        BigDecimal rest = line.quantity();
        if (line.lotCode() != null) {
            rest = hand(rest, carried, layer -> layer.isOf(line.lotCode()), line, trace);
        }
        rest = hand(rest, carried, layer -> true, line, trace);
        if (rest.signum() > 0) {
            // The transfer took more than there was, so nobody knows how old this is.
            shelf.put(Layer.of(line, rest), trace);
        }
    }

    private void undo(List<StockLine> movement, Trace undone, Trace trace) {
        Map<UUID, BigDecimal> evenedIn = undone.evened();
        Map<UUID, BigDecimal> evenedOut = undone.evened();
        for (StockLine line : movement) {
            undo(line, lessEvened(line, line.isInbound() ? evenedIn : evenedOut), undone, trace);
        }
        trace.evenAs(undone);
    }

    private static BigDecimal lessEvened(StockLine line, Map<UUID, BigDecimal> evened) {
        BigDecimal quantity = line.quantity().abs();
        BigDecimal left = evened.getOrDefault(line.locationId(), BigDecimal.ZERO);
        BigDecimal part = left.min(quantity);
        evened.put(line.locationId(), left.subtract(part));
        return quantity.subtract(part);
    }

    private void undo(StockLine line, BigDecimal quantity, Trace undone, Trace trace) {
        Shelf shelf = shelf(line);
        if (line.isInbound()) {
            BigDecimal rest = shelf.forgive(quantity, undone);
            Predicate<Layer> fromHere = layer -> layer.isAt(line.locationId());
            rest = hand(rest, undone.taken, fromHere.and(layer -> layer.isOf(line.lotCode())), null, trace);
            rest = hand(rest, undone.taken, fromHere, null, trace);
            if (rest.signum() > 0) {
                shelf.put(Layer.of(line, rest), trace);
            }
        } else {
            BigDecimal rest = shelf.take(quantity, undone.opened::contains, trace);
            take(line, rest, trace);
        }
    }

    /**
     * Puts up to {@code wanted} of the {@code eligible} layers of {@code source} down.
     *
     * @param target where to; null for where they were
     * @return what is missing
     */
    private BigDecimal hand(
            BigDecimal wanted, List<Layer> source, Predicate<Layer> eligible, @Nullable StockLine target, Trace trace) {
        BigDecimal missing = wanted;
        for (Iterator<Layer> all = source.iterator(); all.hasNext() && missing.signum() > 0; ) {
            Layer layer = all.next();
            if (eligible.test(layer)) {
                Layer part = layer.split(missing);
                missing = missing.subtract(part.quantity());
                if (layer.isEmpty()) {
                    all.remove();
                }
                Layer put = target == null ? part : part.movedTo(target.locationId(), target.lotCode());
                shelves.computeIfAbsent(put.locationId(), id -> new Shelf()).put(put, trace);
            }
        }
        return missing;
    }

    private Shelf shelf(StockLine line) {
        return shelves.computeIfAbsent(line.locationId(), id -> new Shelf());
    }
}
