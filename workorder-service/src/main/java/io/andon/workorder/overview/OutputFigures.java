package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.figures.Percentage;
import io.andon.workorder.overview.ProductionSummary.Today;
import io.andon.workorder.overview.ProductionSummary.UomYield;
import io.andon.workorder.overview.ProductionSummary.Week;
import io.andon.workorder.tenantsettings.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** What was made today and in the last seven days, per unit. */
@ApplicationScoped
class OutputFigures {

    private static final int DAYS_BEFORE = 6;

    private record Row(String uom, BigDecimal today, BigDecimal good, BigDecimal scrap) {}

    record Figures(Today today, Week week) {}

    Figures of(TenantTransaction tx, TenantSettings settings) {
        LocalDate today = settings.dayAt(tx.now());
        LocalDate from = today.minusDays(DAYS_BEFORE);
        List<Row> rows = rows(tx, settings, from, today);
        List<UomYield> yields = rows.stream()
                .map(row -> new UomYield(
                        row.uom(), Percentage.of(row.good(), row.good().add(row.scrap()))))
                .toList();
        Week week = new Week(
                from,
                today,
                quantities(rows, Row::good),
                quantities(rows, Row::scrap),
                yields.size() == 1 ? yields.get(0).percent() : null,
                yields);
        return new Figures(new Today(today, quantities(rows, Row::today)), week);
    }

    private static List<Row> rows(TenantTransaction tx, TenantSettings settings, LocalDate from, LocalDate today) {
        return tx.handle()
                .createQuery(
                        """
                        select uom,
                               coalesce(sum(good) filter (where occurred_at >= :today), 0) as today,
                               sum(good) as good,
                               sum(scrap) as scrap
                        from production_output
                        where tenant_id = :tenant and occurred_at >= :from and occurred_at < :end
                        group by uom
                        order by uom
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("today", settings.startOf(today))
                .bind("from", settings.startOf(from))
                .bind("end", settings.startOf(today.plusDays(1)))
                .map((rs, context) -> new Row(
                        rs.getString("uom"),
                        rs.getBigDecimal("today"),
                        rs.getBigDecimal("good"),
                        rs.getBigDecimal("scrap")))
                .list();
    }

    private static List<UomQuantity> quantities(List<Row> rows, Function<Row, BigDecimal> quantity) {
        return rows.stream()
                .map(row -> new UomQuantity(row.uom(), quantity.apply(row)))
                .filter(sum -> sum.quantity().signum() != 0)
                .toList();
    }
}
