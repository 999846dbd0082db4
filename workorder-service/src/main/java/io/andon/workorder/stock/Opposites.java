package io.andon.workorder.stock;

import io.andon.events.InventoryEvent.MovementLine;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.item.Item;
import io.andon.workorder.item.Items;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns posted lines round: to the bin that they went to, at the cost that they had, whatever the item is like now. */
@ApplicationScoped
class Opposites {

    private final Items items;

    Opposites(Items items) {
        this.items = items;
    }

    /** The opposite lines of each of {@code entries}. */
    List<List<Line>> of(TenantTransaction tx, List<LedgerEntry> entries) {
        Set<UUID> itemIds = entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .map(MovementLine::itemId)
                .collect(Collectors.toSet());
        Map<UUID, Item> found =
                items.withIds(tx, itemIds).stream().collect(Collectors.toMap(Item::id, Function.identity()));
        return entries.stream()
                .map(entry -> entry.lines().stream()
                        .map(line -> opposite(line, found.get(line.itemId())))
                        .toList())
                .toList();
    }

    private static Line opposite(MovementLine line, Item item) {
        return new Line(
                "lines[" + (line.lineNo() - 1) + "]",
                item,
                line.locationId(),
                line.lotCode() == null ? Line.NO_LOT : line.lotCode(),
                line.lotReceivedAt(),
                line.qtyDelta().negate(),
                line.unitCost(),
                line.currency(),
                line.reasonCode());
    }
}
