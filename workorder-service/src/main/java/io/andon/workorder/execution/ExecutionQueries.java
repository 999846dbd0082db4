package io.andon.workorder.execution;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.execution.OrderMaterials.Gathered;
import io.andon.workorder.execution.OrderMaterials.Material;
import io.andon.workorder.figures.Percentage;
import io.andon.workorder.item.Item;
import io.andon.workorder.order.Progress;
import io.andon.workorder.order.WorkOrder;
import io.andon.workorder.stock.OnHand;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts an order's materials beside its plan, its progress and the stock. */
@ApplicationScoped
class ExecutionQueries {

    private final OrderMaterials materials;
    private final OnHand onHand;

    ExecutionQueries(OrderMaterials materials, OnHand onHand) {
        this.materials = materials;
        this.onHand = onHand;
    }

    Requirements requirements(TenantTransaction tx, UUID orderId) {
        Gathered gathered = materials.of(tx, orderId);
        WorkOrder order = gathered.order();
        List<Material> planned = gathered.materials().stream()
                .filter(material -> material.required() != null)
                .toList();
        Map<UUID, BigDecimal> stock = onHand.of(
                tx, planned.stream().map(material -> material.item().id()).toList());
        return new Requirements(
                tx.now(),
                order.id(),
                order.bomId(),
                order.progress().quantityPlanned(),
                planned.stream()
                        .map(material -> line(
                                material, stock.getOrDefault(material.item().id(), BigDecimal.ZERO)))
                        .toList());
    }

    private static Requirements.Line line(Material material, BigDecimal onHand) {
        Item item = material.item();
        BigDecimal remaining = material.remaining();
        return new Requirements.Line(
                item.id(),
                item.sku(),
                item.name(),
                item.baseUom(),
                material.required(),
                material.issued(),
                remaining,
                onHand,
                remaining.subtract(onHand.max(BigDecimal.ZERO)).max(BigDecimal.ZERO));
    }

    Execution execution(TenantTransaction tx, UUID orderId) {
        Gathered gathered = materials.of(tx, orderId);
        WorkOrder order = gathered.order();
        Progress progress = order.progress();
        BigDecimal made = progress.quantityCompleted().add(progress.quantityScrapped());
        return new Execution(
                tx.now(),
                order.id(),
                order.status(),
                order.bomId(),
                order.outputUom(),
                progress.quantityPlanned(),
                progress.quantityCompleted(),
                progress.quantityScrapped(),
                progress.quantityPlanned().subtract(made).max(BigDecimal.ZERO),
                Percentage.of(progress.quantityCompleted(), progress.quantityPlanned()),
                Percentage.of(progress.quantityCompleted(), made),
                gathered.materials().stream().map(ExecutionQueries::shown).toList());
    }

    private static Execution.Material shown(Material material) {
        Item item = material.item();
        BigDecimal expected = material.expected();
        return new Execution.Material(
                item.id(),
                item.sku(),
                item.name(),
                item.baseUom(),
                material.required(),
                expected,
                material.issued(),
                material.remaining(),
                expected == null ? null : Percentage.deviation(material.issued(), expected));
    }
}
