package io.andon.local.demo.history;

import io.andon.local.demo.company.Good;
import io.andon.local.demo.company.Production;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A work order on its way from the plan to its last output; what is still to come at the end stays open. */
final class OrderRun {

    /** Nobody looks at an order any more after this time, so it is closed. */
    private static final Duration CLOSED_AFTER = Duration.ofDays(7);

    private final World world;
    private final Production production;
    private final Good good;
    private final BigDecimal planned;
    private final BigDecimal lost;
    private final String key;
    private final Instant start;

    OrderRun(World world, Production production, Good good, BigDecimal planned, String key, Instant start) {
        this.world = world;
        this.production = production;
        this.good = good;
        this.planned = planned;
        this.key = key;
        this.start = start;
        double share = Math.max(
                0, world.between(production.scrap().get(0), production.scrap().get(1)));
        this.lost = planned.multiply(BigDecimal.valueOf(share)).setScale(0, RoundingMode.HALF_UP);
    }

    void start() {
        world.add(new OrderStep.NewOrder(key, good, planned, start, World.after(start, production.dueHours()), null));
        world.add(new OrderStep.Transition(key, "release"));
        if (production.issued()) {
            post(OrderStep.Draft.Kind.ISSUES, key + "-issue", start, world.ingredients(good, planned));
        }
        double delay = delay();
        BigDecimal left = planned.subtract(lost);
        for (int part = 1; part <= production.parts(); part++) {
            boolean last = part == production.parts();
            BigDecimal quantity = last
                    ? left
                    : left.divide(BigDecimal.valueOf(production.parts() - part + 1L), 0, RoundingMode.FLOOR);
            left = left.subtract(quantity);
            Instant at = output(part, delay);
            String name = key + "-" + part;
            world.agenda().note(at, () -> make(name, quantity, last, at));
        }
    }

    /** An order is late only if it is finished all the same, so that what is overdue at the end was planted. */
    private double delay() {
        boolean late = world.chance(production.late());
        return late && output(production.parts(), production.lateHours()).isBefore(world.asOf())
                ? production.lateHours()
                : 0;
    }

    private Instant output(int part, double delay) {
        return World.after(start, production.hoursToFirst() + (part - 1) * production.hoursBetween() + delay);
    }

    private void make(String name, BigDecimal quantity, boolean last, Instant at) {
        Line produced = Line.of(good.sku(), good.place(), quantity);
        if (quantity.signum() > 0 && production.issued()) {
            post(OrderStep.Draft.Kind.COMPLETIONS, name, at, List.of(produced));
        } else if (quantity.signum() > 0) {
            BigDecimal taken = last ? quantity.add(lost) : quantity;
            world.add(new OrderStep.Batch(name, key, at, world.ingredients(good, taken), produced));
        }
        world.stock().change(good.sku(), good.place(), quantity);
        if (last) {
            end(at);
        }
    }

    private void end(Instant at) {
        if (lost.signum() > 0) {
            world.add(new OrderStep.Scrap(key + "-scrap", key, at, lost));
        }
        if (at.isBefore(world.asOf().minus(CLOSED_AFTER))) {
            world.add(new OrderStep.Transition(key, "close"));
        }
    }

    private void post(OrderStep.Draft.Kind kind, String name, Instant at, List<Line> lines) {
        OrderStep.Draft draft = new OrderStep.Draft(name, key, kind, at, lines);
        world.add(draft);
        world.add(new OrderStep.Posting(draft));
    }
}
