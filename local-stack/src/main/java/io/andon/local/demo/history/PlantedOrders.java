package io.andon.local.demo.history;

import io.andon.local.demo.company.Good;
import io.andon.local.demo.company.PlantedOrder;
import io.andon.local.demo.company.PlantedOrder.Output;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** The work orders that are there to be found: overdue, canceled, in progress, undone. */
final class PlantedOrders {

    /** When an order that starts later than now was planned. */
    private static final Duration PLANNED_AHEAD = Duration.ofHours(1);

    private final World world;

    PlantedOrders(World world) {
        this.world = world;
    }

    void note() {
        for (PlantedOrder order : world.company().orders()) {
            Instant start = world.hoursFromNow(order.startHours());
            Instant latest = world.asOf().minus(PLANNED_AHEAD);
            world.agenda().note(start.isBefore(latest) ? start : latest, () -> plan(order, start));
        }
    }

    private void plan(PlantedOrder order, Instant start) {
        Good good = world.company().good(order.sku());
        String key = "planted-" + order.what().replace(' ', '-');
        Instant due = world.hoursFromNow(order.dueHours());
        world.add(new OrderStep.NewOrder(key, good, BigDecimal.valueOf(order.quantity()), start, due, order.what()));
        switch (order.end()) {
            case DRAFT -> {}
            case RELEASED -> world.add(new OrderStep.Transition(key, "release"));
            case CANCELED -> {
                world.add(new OrderStep.Transition(key, "release"));
                world.add(new OrderStep.Transition(key, "cancel"));
            }
        }
        for (int i = 0; i < order.outputs().size(); i++) {
            Output output = order.outputs().get(i);
            String name = key + "-" + (i + 1);
            Instant at = world.hoursFromNow(output.hours());
            world.claim(good, BigDecimal.valueOf(output.quantity()));
            world.agenda().note(at, () -> make(name, key, good, output, at));
        }
    }

    private void make(String name, String order, Good good, Output output, Instant at) {
        BigDecimal quantity = BigDecimal.valueOf(output.quantity());
        Line produced = Line.of(good.sku(), good.place(), quantity);
        OrderStep.Batch batch = new OrderStep.Batch(name, order, at, world.ingredients(good, quantity), produced);
        world.add(batch);
        if (output.voidedHours() == 0) {
            world.stock().change(good.sku(), good.place(), quantity);
        } else {
            world.agenda().note(World.after(at, output.voidedHours()), () -> undo(batch));
        }
    }

    private void undo(OrderStep.Batch batch) {
        world.add(new OrderStep.Undoing(batch));
        batch.consumed().forEach(line -> world.stock().change(line.sku(), line.place(), line.quantity()));
    }
}
