package io.andon.metrics.aging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a movement did to the layers, so that its void can undo just that. */
final class Trace {

    /** What it took, also what later arrived for what it left short; a void puts it back. */
    final List<Layer> taken = new ArrayList<>();

    /** What it put down and is still in place; a void takes it first. */
    final List<Layer> opened = new ArrayList<>();

    /**
     * By location, how much of what it brought in only filled what it had itself left short there: a transfer from a
     * location to itself, of more than there was. Its void must neither bring that back nor take it again.
     */
    private final Map<UUID, BigDecimal> evened = new HashMap<>();

    void even(Layer part) {
        evened.merge(part.locationId(), part.quantity(), BigDecimal::add);
    }

    /** How much of one direction is still to be left out when this movement is undone. */
    Map<UUID, BigDecimal> evened() {
        return new HashMap<>(evened);
    }

    /** Undoing the undoing leaves out the same. */
    void evenAs(Trace undone) {
        undone.evened.forEach((location, quantity) -> evened.merge(location, quantity, BigDecimal::add));
    }
}
