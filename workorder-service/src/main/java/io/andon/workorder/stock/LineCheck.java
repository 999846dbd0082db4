package io.andon.workorder.stock;

import io.andon.events.MovementType;
import io.andon.kit.problem.InvalidField;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.item.Item;
import io.andon.workorder.item.ItemNotFound;
import io.andon.workorder.item.Items;
import io.andon.workorder.location.Locations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the lines of a posting against the master data, in two queries whatever their number. */
@ApplicationScoped
class LineCheck {

    private final Items items;
    private final Locations locations;

    LineCheck(Items items, Locations locations) {
        this.items = items;
        this.locations = locations;
    }

    /** The movements' lines, checked, in their order. */
    List<List<Line>> check(TenantTransaction tx, List<MovementDraft> movements) {
        List<LineDraft> drafts = movements.stream()
                .flatMap(movement -> movement.lines().stream())
                .toList();
        Set<UUID> itemIds = drafts.stream().map(LineDraft::itemId).collect(Collectors.toSet());
        Map<UUID, Item> found =
                items.withIds(tx, itemIds).stream().collect(Collectors.toMap(Item::id, Function.identity()));
        locations.requireAll(
                tx, drafts.stream().map(LineDraft::locationId).distinct().toList());
        return movements.stream()
                .map(movement -> movement.lines().stream()
                        .map(draft -> checked(draft, movement.type(), found))
                        .toList())
                .toList();
    }

    private static Line checked(LineDraft draft, MovementType type, Map<UUID, Item> found) {
        Item item = found.get(draft.itemId());
        if (item == null) {
            throw new ItemNotFound(draft.itemId());
        }
        item.requireUom(draft.field() + ".uom", draft.uom());
        item.requireCountable(draft.field(), draft.qtyDelta());
        boolean receives = draft.qtyDelta().signum() > 0 && type != MovementType.TRANSFER;
        if (receives && item.lotTracked() && draft.lotCode() == null) {
            throw new InvalidField(draft.field() + ".lotCode", "is needed: item " + item.sku() + " is tracked by lot");
        }
        return Line.of(draft, item);
    }
}
