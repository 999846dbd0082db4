package io.andon.local.demo.history;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What is free to be taken: less than there is by what open orders have a claim on. For one thread. */
final class Stock {

    private record Bin(String sku, String place) {}

    private final Map<Bin, BigDecimal> free = new HashMap<>();

    BigDecimal of(String sku, String place) {
        return free.getOrDefault(new Bin(sku, place), BigDecimal.ZERO);
    }

    /** @param quantity signed */
    void change(String sku, String place, BigDecimal quantity) {
        free.merge(new Bin(sku, place), quantity, BigDecimal::add);
    }
}
