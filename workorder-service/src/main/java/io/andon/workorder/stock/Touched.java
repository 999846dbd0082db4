package io.andon.workorder.stock;

import io.andon.events.InventoryEvent.MovementLine;
import io.andon.events.InventoryEvent.MovementPosted;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What movements touched, each once: for the events that tell dashboards which of their queries are stale. */
public record Touched(List<UUID> itemIds, List<UUID> locationIds) {

    public Touched {
        itemIds = List.copyOf(itemIds);
        locationIds = List.copyOf(locationIds);
    }

    public static Touched by(Collection<MovementPosted> movements) {
        List<MovementLine> lines =
                movements.stream().flatMap(posted -> posted.lines().stream()).toList();
        return new Touched(
                lines.stream().map(MovementLine::itemId).distinct().toList(),
                lines.stream().map(MovementLine::locationId).distinct().toList());
    }
}
