package io.andon.metrics.aging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Sorts layers by age. An age is the calendar days of a zone from the day on which the goods came in to the day of
 * {@code asOf}; never negative, though a record may say that they came in later.
 */
final class AgeScale {

    private static final int AMOUNT_SCALE = 6;
    private static final int AGE_SCALE = 2;

    private final ZoneId zone;
    private final LocalDate today;
    private final List<Integer> lastDays;

    /** @param lastDays last day of each bucket but the open one, rising */
    AgeScale(Instant asOf, ZoneId zone, List<Integer> lastDays) {
        this.zone = zone;
        this.today = LocalDate.ofInstant(asOf, zone);
        this.lastDays = List.copyOf(lastDays);
    }

    int ageOf(Layer layer) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(LocalDate.ofInstant(layer.receivedAt(), zone), today));
    }

    /** Which bucket an age falls into, from 0, the youngest; a bucket's last day belongs to it. */
    int bucketOf(int ageDays) {
        int bucket = 0;
        while (bucket < lastDays.size() && ageDays > lastDays.get(bucket)) {
            bucket++;
        }
        return bucket;
    }

    /** @param layers of one lot at one location, at least one */
    AgedStock weigh(UUID itemId, List<Layer> layers) {
        Layer any = layers.get(0);
        BigDecimal quantity = sum(layers, Layer::quantity);
        BigDecimal days = sum(layers, layer -> layer.quantity().multiply(BigDecimal.valueOf(ageOf(layer))));
        return new AgedStock(
                itemId,
                any.locationId(),
                any.lotCode(),
                perBucket(layers, Layer::quantity),
                perBucket(layers, AgeScale::valueOf),
                layers.stream().mapToInt(this::ageOf).max().orElse(0),
                days.divide(quantity, AGE_SCALE, RoundingMode.HALF_UP),
                layers.stream().anyMatch(layer -> layer.unitCost() == null));
    }

    private List<BigDecimal> perBucket(List<Layer> layers, Function<Layer, BigDecimal> amount) {
        List<BigDecimal> sums = new ArrayList<>(Collections.nCopies(lastDays.size() + 1, BigDecimal.ZERO));
        layers.forEach(layer -> {
            int bucket = bucketOf(ageOf(layer));
            sums.set(bucket, sums.get(bucket).add(amount.apply(layer)));
        });
        sums.replaceAll(sum -> sum.setScale(AMOUNT_SCALE, RoundingMode.HALF_UP));
        return sums;
    }

    private static BigDecimal valueOf(Layer layer) {
        return layer.unitCost() == null ? BigDecimal.ZERO : layer.quantity().multiply(layer.unitCost());
    }

    private static BigDecimal sum(List<Layer> layers, Function<Layer, BigDecimal> amount) {
        return layers.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
