package io.andon.workorder.bom;

import io.andon.kit.Ids;
import io.andon.kit.problem.InvalidField;
import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.item.Item;
import io.andon.workorder.item.ItemInactive;
import io.andon.workorder.item.ItemNotFound;
import io.andon.workorder.item.Items;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes new bills. */
@ApplicationScoped
class BomCommands {

    private final Items items;
    private final Boms boms;

    BomCommands(Items items, Boms boms) {
        this.items = items;
        this.boms = boms;
    }

    Bom create(TenantTransaction tx, NewBom wanted, String person) {
        Item output = items.require(tx, wanted.outputItemId());
        requireActive(output);
        output.requireCountable("outputQuantity", wanted.outputQuantity());
        Bom bom = new Bom(
                Ids.next(),
                output.id(),
                boms.nextVersion(tx, output.id()),
                wanted.outputQuantity(),
                output.baseUom(),
                lines(tx, wanted),
                tx.now(),
                person);
        boms.insert(tx, bom);
        return bom;
    }

    private List<BomLine> lines(TenantTransaction tx, NewBom wanted) {
        Set<UUID> componentIds = new HashSet<>();
        for (int i = 0; i < wanted.lines().size(); i++) {
            UUID component = wanted.lines().get(i).componentItemId();
            String field = "lines[" + i + "].componentItemId";
            if (component.equals(wanted.outputItemId())) {
                throw new InvalidField(field, "is the output itself");
            }
            if (!componentIds.add(component)) {
                throw new InvalidField(field, "is in the bill already");
            }
        }
        Map<UUID, Item> found =
                items.withIds(tx, componentIds).stream().collect(Collectors.toMap(Item::id, Function.identity()));
        return IntStream.range(0, wanted.lines().size())
                .mapToObj(i -> line(
                        i,
                        wanted.lines().get(i),
                        found.get(wanted.lines().get(i).componentItemId())))
                .toList();
    }

    private static BomLine line(int index, NewBomLine wanted, @Nullable Item component) {
        if (component == null) {
            throw new ItemNotFound(wanted.componentItemId());
        }
        requireActive(component);
        component.requireUom("lines[" + index + "].uom", wanted.uom());
        return new BomLine(
                index + 1,
                component.id(),
                wanted.quantity(),
                component.baseUom(),
                wanted.scrapFactor() == null ? BigDecimal.ZERO : wanted.scrapFactor());
    }

    private static void requireActive(Item item) {
        if (!item.active()) {
            throw new ItemInactive(item);
        }
    }
}
