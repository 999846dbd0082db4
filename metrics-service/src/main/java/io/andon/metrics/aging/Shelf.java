package io.andon.metrics.aging;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The layers of one item at one location, the oldest first, or what is short there; never both, since whatever comes in
 * fills the shortage first. So the layers always add up to what is on hand where that is positive.
 */
final class Shelf {

    private static final class Shortage {
        private final Trace trace;
        private BigDecimal missing;

        Shortage(Trace trace, BigDecimal missing) {
            this.trace = trace;
            this.missing = missing;
        }
    }

    private final List<Layer> layers = new ArrayList<>();
    private final Deque<Shortage> shortages = new ArrayDeque<>();

    List<Layer> layers() {
        return layers;
    }

    /** Puts {@code layer} down behind all that is as old; what is short takes its share first. */
    void put(Layer layer, Trace trace) {
        while (!shortages.isEmpty() && !layer.isEmpty()) {
            Shortage first = shortages.element();
            Layer part = layer.split(first.missing);
            if (first.trace == trace) {
                trace.even(part);
            } else {
                first.trace.taken.add(part);
            }
            first.missing = first.missing.subtract(part.quantity());
            if (first.missing.signum() == 0) {
                shortages.remove();
            }
        }
        if (!layer.isEmpty()) {
            int place = layers.size();
            while (place > 0 && layers.get(place - 1).receivedAt().isAfter(layer.receivedAt())) {
                place--;
            }
            layers.add(place, layer);
            trace.opened.add(layer);
        }
    }

    /** Takes up to {@code wanted} of the layers that are {@code eligible}, the oldest first; returns what is missing. */
    BigDecimal take(BigDecimal wanted, Predicate<Layer> eligible, Trace trace) {
        BigDecimal missing = wanted;
        for (Iterator<Layer> all = layers.iterator(); all.hasNext() && missing.signum() > 0; ) {
            Layer layer = all.next();
            if (eligible.test(layer)) {
                Layer part = layer.split(missing);
                trace.taken.add(part);
                missing = missing.subtract(part.quantity());
                if (layer.isEmpty()) {
                    all.remove();
                }
            }
        }
        return missing;
    }

    /** Notes that a movement took what was not there. */
    void owe(BigDecimal missing, Trace trace) {
        if (missing.signum() > 0) {
            shortages.add(new Shortage(trace, missing));
        }
    }

    /** Forgets up to {@code quantity} of what the movement of {@code trace} left short; returns the rest. */
    BigDecimal forgive(BigDecimal quantity, Trace trace) {
        BigDecimal rest = quantity;
        for (Shortage shortage : shortages) {
            if (shortage.trace == trace) {
                BigDecimal part = shortage.missing.min(rest);
                shortage.missing = shortage.missing.subtract(part);
                rest = rest.subtract(part);
            }
        }
        shortages.removeIf(shortage -> shortage.missing.signum() == 0);
        return rest;
    }
}
