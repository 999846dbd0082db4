package io.andon.local.demo.history;

import io.andon.local.demo.company.Customer;
import io.andon.local.demo.company.Good;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was sold: every customer's share of what there is, in whole units. */
final class Shipments {

    private static final double LEAST = 0.9;
    private static final double MOST = 1.1;

    private final World world;

    Shipments(World world) {
        this.world = world;
    }

    void note() {
        world.days().forEach(day -> world.company().customers().stream()
                .filter(customer -> customer.days().contains(day.getDayOfWeek()))
                .forEach(customer -> {
                    Instant at = world.at(day, customer.time());
                    world.agenda().note(at, () -> ship(customer, day, at));
                }));
    }

    private void ship(Customer customer, LocalDate day, Instant at) {
        double share = Math.min(1, customer.share() * world.between(LEAST, MOST));
        List<Line> lines = customer.goods().stream()
                .map(sku -> world.company().good(sku))
                .flatMap(good -> line(good, share).stream())
                .toList();
        if (!lines.isEmpty()) {
            String source = customer.name() + " " + day;
            String key = "shipment-" + day + "-" + world.company().customers().indexOf(customer);
            world.move(new Step.Movement(key, "SHIPMENT", at, null, lines, source));
        }
    }

    private Optional<Line> line(Good good, double share) {
        BigDecimal wanted = world.stock()
                .of(good.sku(), good.place())
                .multiply(BigDecimal.valueOf(share))
                .setScale(0, RoundingMode.FLOOR);
        return wanted.signum() <= 0
                ? Optional.empty()
                : Optional.of(Line.of(good.sku(), good.place(), wanted.negate()));
    }
}
