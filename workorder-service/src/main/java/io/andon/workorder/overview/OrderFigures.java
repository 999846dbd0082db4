package io.andon.workorder.overview;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.workorder.figures.Percentage;
import io.andon.workorder.overview.ProductionSummary.OrderCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work orders by status, and how punctual they were. */
@ApplicationScoped
class OrderFigures {

    record Figures(OrderCounts counts, @Nullable BigDecimal onTimePercent) {}

    Figures of(TenantTransaction tx) {
        return tx.handle()
                .createQuery(
                        """
                        select count(*) filter (where status = 'draft') as draft,
                               count(*) filter (where status = 'released') as released,
                               count(*) filter (where status = 'in_progress') as in_progress,
                               count(*) filter (where status = 'completed') as completed,
                               count(*) filter (where status = 'closed') as closed,
                               count(*) filter (where status = 'canceled') as canceled,
                               count(*) filter (where status in ('draft', 'released', 'in_progress')) as open,
                               count(*) filter (where status in ('draft', 'released', 'in_progress')
                                                  and scheduled_due_at < :now) as overdue,
                               count(*) filter (where completed_at is not null and scheduled_due_at is not null)
                                   as completed_with_due,
                               count(*) filter (where completed_at <= scheduled_due_at) as completed_by_due
                        from work_order
                        where tenant_id = :tenant
                        """)
                .bind("tenant", tx.tenant().value())
                .bind("now", tx.now())
                .map((rs, context) -> new Figures(
                        counts(rs),
                        Percentage.of(rs.getBigDecimal("completed_by_due"), rs.getBigDecimal("completed_with_due"))))
                .one();
    }

    private static OrderCounts counts(ResultSet rs) throws SQLException {
        return new OrderCounts(
                rs.getLong("draft"),
                rs.getLong("released"),
                rs.getLong("in_progress"),
                rs.getLong("completed"),
                rs.getLong("closed"),
                rs.getLong("canceled"),
                rs.getLong("open"),
                rs.getLong("overdue"));
    }
}
