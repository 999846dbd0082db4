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

/** Output per day: every day of the period for every unit that occurs in it, days without output included. */
@ApplicationScoped
class VolumeTrend implements Panel<List<DayVolume>> {

    private record Key(LocalDate date, String uom) {}

    @Override
    public List<DayVolume> of(TenantTransaction tx, OverviewScope scope) {
        List<LocalDate> days = scope.days();
        Map<Key, DayVolume> made = rows(tx, scope, days).stream()
                .collect(Collectors.toMap(volume -> new Key(volume.date(), volume.uom()), Function.identity()));
        List<String> uoms =
                made.keySet().stream().map(Key::uom).distinct().sorted().toList();
        return days.stream()
                .flatMap(day -> uoms.stream()
                        .map(uom -> made.getOrDefault(
                                new Key(day, uom), new DayVolume(day, uom, BigDecimal.ZERO, BigDecimal.ZERO))))
                .toList();
    }

    /** The days begin where Java says, not the database: its zones may be of another year. */
    private static List<DayVolume> rows(TenantTransaction tx, OverviewScope scope, List<LocalDate> days) {
        return tx.handle()
                .createQuery(
                        """
                        select width_bucket(occurred_at, :dayStarts) as day_no, uom,
                               sum(good) as good, sum(scrap) as scrap
                        from production_output
                        where tenant_id = :tenant
                          and occurred_at >= :start and occurred_at < :end
                          and (:item::uuid is null or item_id = :item::uuid)
                          and (:location::uuid is null or location_id = :location::uuid)
                        group by day_no, uom
                        """)
                .bind("tenant", tx.tenant().value())
                .bindArray(
                        "dayStarts",
                        Instant.class,
                        days.stream().map(scope.settings()::startOf).toList())
                .bind("start", scope.start())
                .bind("end", scope.end())
                .bind("item", scope.itemId())
                .bind("location", scope.locationId())
                .map((rs, context) -> new DayVolume(
                        days.get(rs.getInt("day_no") - 1),
                        rs.getString("uom"),
                        rs.getBigDecimal("good"),
                        rs.getBigDecimal("scrap")))
                .list();
    }
}
