package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.overview.TopBottomSkus.TopBottom;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The five items of each unit of which most was made, and the five of which least was; pieces do not rank with litres. */
@ApplicationScoped
class TopBottomSkus implements Panel<TopBottom> {

    private static final int SHOWN = 5;

    /** @param bottom the least first */
    record TopBottom(List<SkuQuantity> top, List<SkuQuantity> bottom) {}

    private record Ranked(SkuQuantity sku, int fromTop, int fromBottom) {}

    @Override
    public TopBottom of(TenantTransaction tx, OverviewScope scope) {
        List<Ranked> ranked = ranked(tx, scope);
        Comparator<Ranked> byUom = Comparator.comparing(item -> item.sku().uom());
        return new TopBottom(
                pick(ranked, item -> item.fromTop() <= SHOWN, byUom.thenComparing(Ranked::fromTop)),
                pick(ranked, item -> item.fromBottom() <= SHOWN, byUom.thenComparing(Ranked::fromBottom)));
    }

    private static List<Ranked> ranked(TenantTransaction tx, OverviewScope scope) {
        return tx.handle()
                .createQuery(
                        """
                        with made as (
                            select item_id, uom, sum(good) as quantity
                            from production_output
                            where tenant_id = :tenant
                              and occurred_at >= :start and occurred_at < :end
                              and (:item::uuid is null or item_id = :item::uuid)
                              and (:location::uuid is null or location_id = :location::uuid)
                            group by item_id, uom
                            having sum(good) > 0),
                        ranked as (
                            select m.*, i.sku, i.name,
                                   row_number() over (partition by uom order by quantity desc, sku) as from_top,
                                   row_number() over (partition by uom order by quantity, sku) as from_bottom
                            from made m
                            join item i on i.tenant_id = :tenant and i.id = m.item_id)
                        select * from ranked where from_top <= :shown or from_bottom <= :shown
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("start", scope.start())
                .bind("end", scope.end())
                .bind("item", scope.itemId())
                .bind("location", scope.locationId())
                .bind("shown", SHOWN)
                .map((rs, context) -> new Ranked(SkuQuantity.read(rs), rs.getInt("from_top"), rs.getInt("from_bottom")))
                .list();
    }

    private static List<SkuQuantity> pick(List<Ranked> ranked, Predicate<Ranked> shown, Comparator<Ranked> order) {
        return ranked.stream().filter(shown).sorted(order).map(Ranked::sku).toList();
    }
}
