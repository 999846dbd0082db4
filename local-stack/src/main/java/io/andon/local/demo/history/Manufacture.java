package io.andon.local.demo.history;

import io.andon.local.demo.company.Company;
import io.andon.local.demo.company.Good;
import io.andon.local.demo.company.Production;
import io.andon.local.demo.company.Spike;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The work orders of every rhythm of production. */
final class Manufacture {

    private static final int DAYS_A_WEEK = 7;

    private final World world;
    private final Company company;

    Manufacture(World world) {
        this.world = world;
        this.company = world.company();
    }

    void note() {
        world.days().forEach(day -> company.production().stream()
                .filter(production -> isDayOf(production, day))
                .forEach(production -> {
                    Instant start = world.at(day, production.start());
                    world.agenda().note(start, () -> start(production, day, start));
                }));
    }

    /** Weeks are counted from the epoch, so that the rhythm does not depend on the instant of the history. */
    private static boolean isDayOf(Production production, LocalDate day) {
        long week = Math.floorDiv(day.toEpochDay(), DAYS_A_WEEK);
        return production.days().contains(day.getDayOfWeek())
                && Math.floorMod(week, production.everyWeeks()) == production.phase();
    }

    private void start(Production production, LocalDate day, Instant start) {
        Good good = company.good(production.make());
        BigDecimal planned = wanted(production, day).min(possible(good));
        if (planned.signum() > 0) {
            world.claim(good, planned);
            new OrderRun(world, production, good, planned, "order-" + day + "-" + good.sku(), start).start();
        }
    }

    private BigDecimal wanted(Production production, LocalDate day) {
        double factor = company.appetite().getOrDefault(day.getDayOfWeek(), 1.0)
                * world.between(1 - production.spread(), 1 + production.spread());
        for (Spike spike : company.spikes()) {
            long daysAgo = ChronoUnit.DAYS.between(day, world.today());
            if (spike.sku().equals(production.make())
                    && daysAgo <= spike.daysAgo()
                    && daysAgo > spike.daysAgo() - spike.days()) {
                factor *= spike.factor();
            }
        }
        return BigDecimal.valueOf(Math.round(production.quantity() * factor));
    }

    /** How much the free stock of every ingredient allows. */
    private BigDecimal possible(Good good) {
        return good.recipe().entrySet().stream()
                .map(each -> world.stock()
                        .of(each.getKey(), company.good(each.getKey()).place())
                        .divide(each.getValue(), 0, RoundingMode.FLOOR))
                .min(BigDecimal::compareTo)
                .orElseThrow(() -> new IllegalArgumentException(good.sku() + " is made of nothing"));
    }
}
