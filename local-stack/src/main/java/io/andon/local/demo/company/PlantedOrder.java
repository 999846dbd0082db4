package io.andon.local.demo.company;

import java.util.List;

/**
 * A work order that is there to be found, or to go on with. Hours count from the instant that the history leads up to;
 * what lies in the past is negative.
 *
 * @param what names it among the tenant's planted orders
 */
public record PlantedOrder(
        String what, String sku, int quantity, double startHours, double dueHours, End end, List<Output> outputs) {

    public PlantedOrder {
        outputs = outputs == null ? List.of() : List.copyOf(outputs);
    }

    /** How far it got, whatever was made. */
    public enum End {
        DRAFT,
        RELEASED,
        CANCELED
    }

    /**
     * Something that was made.
     *
     * @param voidedHours how long after it the posting was found wrong and undone; 0 if it was right
     */
    public record Output(double hours, int quantity, double voidedHours) {}
}
