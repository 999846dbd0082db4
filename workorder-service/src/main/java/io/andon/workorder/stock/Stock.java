package io.andon.workorder.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The bins around a posting, as they were when it locked them. Lives as long as the posting, on one thread. */
final class Stock {

    private final Map<Bin, BinStock> bins = new LinkedHashMap<>();

    Stock(Collection<BinStock> locked) {
        locked.forEach(bin -> bins.put(bin.bin(), bin));
    }

    Collection<BinStock> bins() {
        return bins.values();
    }

    /** @param receivedAt if it is a new bin */
    BinStock bin(UUID itemId, UUID locationId, String lotCode, Instant receivedAt) {
        return bins.computeIfAbsent(
                new Bin(itemId, locationId, lotCode), bin -> new BinStock(bin, BigDecimal.ZERO, receivedAt));
    }

    /** What there is of the item at the location, the oldest lot first. */
    List<BinStock> oldestFirst(UUID itemId, UUID locationId) {
        return bins.values().stream()
                .filter(stock -> stock.bin().itemId().equals(itemId)
                        && stock.bin().locationId().equals(locationId)
                        && stock.quantity().signum() > 0)
                .sorted(Comparator.comparing(BinStock::receivedAt)
                        .thenComparing(stock -> stock.bin().lotCode()))
                .toList();
    }
}
