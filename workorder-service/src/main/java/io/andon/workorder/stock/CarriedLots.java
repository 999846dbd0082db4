package io.andon.workorder.stock;

import io.andon.kit.problem.InvalidField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a transfer has picked up and not put down yet, by item and lot, in the order of picking up. */
final class CarriedLots {

    private record Load(BigDecimal quantity, Instant receivedAt) {}

    private final Map<UUID, Map<String, Load>> loads = new LinkedHashMap<>();

    void pickUp(SettledLine draw) {
        loads.computeIfAbsent(draw.line().item().id(), item -> new LinkedHashMap<>())
                .merge(
                        draw.lotCode(),
                        new Load(draw.qtyDelta().negate(), draw.receivedAt()),
                        (a, b) -> new Load(
                                a.quantity().add(b.quantity()),
                                a.receivedAt().isBefore(b.receivedAt()) ? a.receivedAt() : b.receivedAt()));
    }

    /**
     * Puts {@code line} down, as the lot that it names or else as whatever is left.
     *
     * @throws InvalidField if that much was not picked up
     */
    List<SettledLine> putDown(Line line) {
        Map<String, Load> carried = loads.getOrDefault(line.item().id(), Map.of());
        List<String> lots = line.lotCode() == null ? List.copyOf(carried.keySet()) : List.of(line.lotCode());
        List<SettledLine> parts = new ArrayList<>();
        BigDecimal left = line.qtyDelta();
        for (String lot : lots) {
            Load load = carried.getOrDefault(lot, new Load(BigDecimal.ZERO, Instant.EPOCH));
            BigDecimal part = load.quantity().min(left);
            if (part.signum() > 0) {
                parts.add(new SettledLine(line, lot, part, load.receivedAt()));
                carried.put(lot, new Load(load.quantity().subtract(part), load.receivedAt()));
                left = left.subtract(part);
            }
        }
        if (left.signum() > 0) {
            throw new InvalidField(line.field(), "the transfer takes less of this item and lot than it puts down");
        }
        return parts;
    }
}
