package io.andon.local.demo.history;

import io.andon.local.demo.company.Company;
import io.andon.local.demo.company.Good;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What the parts of a history share while it is made. For one thread. */
record World(Company company, Instant asOf, Agenda agenda, Stock stock, Random random, List<Step> steps) {

    /** Six months, and enough for what is untouched since the first day to be dead stock. */
    private static final int DAYS = 184;

    private static final long SEED = 20_260_701L;

    static World of(Company company, Instant asOf) {
        Random random = new Random(SEED + company.tenant().hashCode());
        return new World(company, asOf, new Agenda(), new Stock(), random, new ArrayList<>());
    }

    LocalDate today() {
        return asOf.atZone(company.zoneId()).toLocalDate();
    }

    LocalDate firstDay() {
        return today().minusDays(DAYS);
    }

    /** Every day of the history, today included. */
    Stream<LocalDate> days() {
        return firstDay().datesUntil(today().plusDays(1));
    }

    Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(company.zoneId()).toInstant();
    }

    Instant hoursFromNow(double hours) {
        return after(asOf, hours);
    }

    static Instant after(Instant start, double hours) {
        return start.plus(
                Duration.ofSeconds(Math.round(hours * Duration.ofHours(1).toSeconds())));
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    void add(Step step) {
        steps.add(step);
    }

    /** Books {@code lines}, whose quantities are signed, and adds the movement. */
    void move(Step.Movement movement) {
        movement.lines().forEach(line -> stock.change(line.sku(), line.place(), line.quantity()));
        add(movement);
    }

    List<Line> ingredients(Good good, BigDecimal quantity) {
        return Line.ingredients(company, good, quantity);
    }

    /** Takes what {@code quantity} of {@code good} needs off the free stock, though it is posted later. */
    void claim(Good good, BigDecimal quantity) {
        ingredients(good, quantity)
                .forEach(line ->
                        stock.change(line.sku(), line.place(), line.quantity().negate()));
    }
}
