package io.andon.workorder.execution;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.bom.Bom;
import io.andon.workorder.bom.BomLine;
import io.andon.workorder.bom.Boms;
import io.andon.workorder.item.Item;
import io.andon.workorder.item.Items;
import io.andon.workorder.order.Progress;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.order.WorkOrders;
import io.andon.workorder.stock.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers the materials of an order: what its bill names, and what it took. */
@ApplicationScoped
class OrderMaterials {

    /** @param required for the whole plan; null, as {@code expected}, if the bill does not name the item */
    record Material(Item item, @Nullable BigDecimal required, @Nullable BigDecimal expected, BigDecimal issued) {

        @Nullable
        BigDecimal remaining() {
            return required == null ? null : required.subtract(issued).max(BigDecimal.ZERO);
        }
    }

    /** @param materials the bill's first, in its order, then the others by sku */
    record Gathered(WorkOrder order, List<Material> materials) {}

    private final WorkOrders orders;
    private final Boms boms;
    private final Items items;
    private final Consumption consumption;

    OrderMaterials(WorkOrders orders, Boms boms, Items items, Consumption consumption) {
        this.orders = orders;
        this.boms = boms;
        this.items = items;
        this.consumption = consumption;
    }

    /** @throws io.andon.workorder.order.WorkOrderNotFound if the tenant has no such order */
    Gathered of(TenantTransaction tx, UUID orderId) {
        WorkOrder order = orders.require(tx, orderId);
        Bom bom = order.bomId() == null ? null : boms.find(tx, order.bomId()).orElseThrow();
        Map<UUID, BigDecimal> issued = consumption.of(tx, orderId);
        List<BomLine> lines = bom == null ? List.of() : bom.lines();
        Set<UUID> ids = new HashSet<>(issued.keySet());
        lines.forEach(line -> ids.add(line.componentItemId()));
        Map<UUID, Item> found =
                items.withIds(tx, ids).stream().collect(Collectors.toMap(Item::id, Function.identity()));
        List<Material> materials = new ArrayList<>();
        if (bom != null) {
            lines.forEach(line -> materials.add(planned(bom, line, order.progress(), found, issued)));
        }
        lines.forEach(line -> ids.remove(line.componentItemId()));
        ids.stream()
                .map(id -> new Material(found.get(id), null, null, issued.get(id)))
                .sorted((a, b) -> a.item().sku().compareTo(b.item().sku()))
                .forEach(materials::add);
        return new Gathered(order, List.copyOf(materials));
    }

    private static Material planned(
            Bom bom, BomLine line, Progress progress, Map<UUID, Item> items, Map<UUID, BigDecimal> issued) {
        BigDecimal made = progress.quantityCompleted().add(progress.quantityScrapped());
        return new Material(
                items.get(line.componentItemId()),
                bom.required(line, progress.quantityPlanned()),
                bom.required(line, made),
                issued.getOrDefault(line.componentItemId(), BigDecimal.ZERO));
    }
}
