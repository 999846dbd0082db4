package io.andon.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * Four weeks of a bakery: deliveries on Mondays, one order a day and product, baked in the early morning, shipped after
 * noon, closed on Sundays; then the orders that are open at {@code asOf}. The same seed in every load.
 */
final class BakeryHistory {

    static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final int DAYS = 28;
    private static final int WORKING_DAYS_A_WEEK = 6;
    private static final long SEED = 20_260_701L;

    private final BakeryFloor floor;
    private final Instant asOf;
    private final LocalDate today;
    private final Random random = new Random(SEED);

    BakeryHistory(BakeryFloor floor, Instant asOf) {
        this.floor = floor;
        this.asOf = asOf;
        this.today = asOf.atZone(ZONE).toLocalDate();
    }

    void play() {
        LocalDate first = today.minusDays(DAYS);
        floor.move("OPENING", "demo-opening", at(first, 3, 0), weeksOfSupplies("2.0"));
        for (LocalDate day = first; day.isBefore(today); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
                floor.move("RECEIPT", "demo-receipt-" + day, at(day, 3, 30), weeksOfSupplies("1.1"));
            }
            if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                work(day);
            }
        }
        openOrders();
    }

    private void work(LocalDate day) {
        Map<Goods, BigDecimal> shipped = new EnumMap<>(Goods.class);
        for (Goods product : Goods.FINISHED) {
            int quantity = (int) Math.round(product.dailyDemand() * appetite(day.getDayOfWeek()) * between(0.9, 1.1));
            String key = "demo-" + day + "-" + product;
            String order = floor.plan(product, quantity, key, at(day, 4, 0), at(day, 10, 0));
            floor.release(order, key);
            // Every now and then the oven is late, so that there is something to see under "on time".
            int hour = random.nextInt(8) == 0 ? 11 : 8;
            int firstTray = (int) (quantity * between(0.45, 0.6));
            floor.bake(order, product, firstTray, key + "-tray-1", at(day, hour - 2, 15));
            finish(order, product, quantity - firstTray, key + "-tray-2", at(day, hour, random.nextInt(50)));
            shipped.put(product, BigDecimal.valueOf(-Math.round(quantity * between(0.93, 0.99))));
        }
        floor.move("SHIPMENT", "demo-shipment-" + day, at(day, 14, 30), shipped);
    }

    /** Croissants are weighed in at the counter, without their ingredients; everything else is recorded as a batch. */
    private void finish(String order, Goods product, int quantity, String key, Instant at) {
        if (product == Goods.CROISSANT) {
            floor.complete(order, product, quantity, key, at);
        } else {
            floor.bake(order, product, quantity, key, at);
        }
    }

    private void openOrders() {
        String running = floor.plan(
                Goods.BAGUETTE,
                400,
                "demo-open-running",
                asOf.minus(Duration.ofHours(2)),
                asOf.plus(Duration.ofHours(3)));
        floor.release(running, "demo-open-running");
        floor.bake(running, Goods.BAGUETTE, 180, "demo-open-running-tray-1", asOf.minus(Duration.ofMinutes(40)));

        String late = floor.plan(
                Goods.SOURDOUGH,
                160,
                "demo-open-late",
                asOf.minus(Duration.ofHours(30)),
                asOf.minus(Duration.ofHours(20)));
        floor.release(late, "demo-open-late");
        floor.bake(late, Goods.SOURDOUGH, 90, "demo-open-late-tray-1", asOf.minus(Duration.ofHours(22)));

        String forgotten = floor.plan(
                Goods.BROWNIE,
                60,
                "demo-open-forgotten",
                asOf.minus(Duration.ofHours(28)),
                asOf.minus(Duration.ofHours(4)));
        floor.release(forgotten, "demo-open-forgotten");

        String next = floor.plan(
                Goods.CROISSANT, 240, "demo-open-next", asOf.plus(Duration.ofHours(1)), asOf.plus(Duration.ofHours(6)));
        floor.release(next, "demo-open-next");

        floor.plan(
                Goods.BAGUETTE,
                440,
                "demo-open-tomorrow",
                asOf.plus(Duration.ofHours(20)),
                asOf.plus(Duration.ofHours(26)));
    }

    private static Map<Goods, BigDecimal> weeksOfSupplies(String weeks) {
        Map<Goods, BigDecimal> supplies = new EnumMap<>(Goods.class);
        for (Goods product : Goods.FINISHED) {
            product.ingredients(product.dailyDemand() * WORKING_DAYS_A_WEEK)
                    .forEach((goods, quantity) -> supplies.merge(goods, quantity, BigDecimal::add));
        }
        supplies.replaceAll(
                (goods, quantity) -> quantity.multiply(new BigDecimal(weeks)).setScale(0, RoundingMode.CEILING));
        return supplies;
    }

    /** How hungry the street is, against an average day. */
    private static double appetite(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 0.85;
            case TUESDAY -> 0.90;
            case WEDNESDAY -> 0.95;
            case THURSDAY -> 1.0;
            case FRIDAY -> 1.10;
            case SATURDAY -> 1.20;
            case SUNDAY -> 0;
        };
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    }
}
