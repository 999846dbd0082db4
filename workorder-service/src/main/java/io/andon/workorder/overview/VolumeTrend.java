package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Output per day, week or month: each of the period for every unit that occurs in it, those without output included. */
@ApplicationScoped
class VolumeTrend implements Panel<List<Volume>> {

    private record Key(LocalDate date, String uom) {}

    @Override
    public List<Volume> of(TenantTransaction tx, OverviewScope scope) {
        List<LocalDate> buckets = scope.buckets();
        Map<Key, Volume> made = rows(tx, scope, buckets).stream()
                .collect(Collectors.toMap(volume -> new Key(volume.date(), volume.uom()), Function.identity()));
        List<String> uoms =
                made.keySet().stream().map(Key::uom).distinct().sorted().toList();
        return buckets.stream()
                .flatMap(first -> uoms.stream()
                        .map(uom -> made.getOrDefault(
                                new Key(first, uom), new Volume(first, uom, BigDecimal.ZERO, BigDecimal.ZERO))))
                .toList();
    }

    /** Days begin where Java says, not the database: its zones may be of another year. */
    private static List<Volume> rows(TenantTransaction tx, OverviewScope scope, List<LocalDate> buckets) {
        return tx.handle()
                .createQuery(
                        """
                        select width_bucket(occurred_at, :starts) as bucket_no, uom,
                               sum(good) as good, sum(scrap) as scrap
                        from production_output
                        where tenant_id = :tenant
                          and occurred_at >= :start and occurred_at < :end
                          and (:item::uuid is null or item_id = :item::uuid)
                          and (:location::uuid is null or location_id = :location::uuid)
                        group by bucket_no, uom
                        """)
                .bind("tenant", tx.tenant().value())
                .bindArray(
                        "starts",
                        Instant.class,
                        buckets.stream().map(scope.settings()::startOf).toList())
                .bind("start", scope.start())
                .bind("end", scope.end())
                .bind("item", scope.itemId())
                .bind("location", scope.locationId())
                .map((rs, context) -> new Volume(
                        buckets.get(rs.getInt("bucket_no") - 1),
                        rs.getString("uom"),
                        rs.getBigDecimal("good"),
                        rs.getBigDecimal("scrap")))
                .list();
    }
}
