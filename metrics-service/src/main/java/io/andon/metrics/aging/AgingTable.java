package io.andon.metrics.aging;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Stores how old stock is. */
@ApplicationScoped
class AgingTable {

    /** @param stock in the order in which it is to be shown */
    void store(TenantTransaction tx, UUID runId, List<AgedStock> stock) {
        if (stock.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.handle()
                .prepareBatch(
                        """
                        insert into aging_result
                            (tenant_id, run_id, position, item_id, location_id, lot_code, bucket_quantities,
                             bucket_values, oldest_age_days, average_age_days, warnings)
                        values
                            (:tenant, :run, :position, :item, :location, :lot, :quantities,
                             :values, :oldest, :average, :warnings)
                        """);
        int position = 0;
        for (AgedStock row : stock) {
            batch.bind("tenant", tx.tenant().value())
                    .bind("run", runId)
                    .bind("position", ++position)
                    .bind("item", row.itemId())
                    .bind("location", row.locationId())
                    .bind("lot", row.lotCode())
                    .bindArray("quantities", BigDecimal.class, row.quantities())
                    .bindArray("values", BigDecimal.class, row.values())
                    .bind("oldest", row.oldestAgeDays())
                    .bind("average", row.averageAgeDays())
                    .bindArray("warnings", String.class, row.unvalued() ? List.of("UNVALUED") : List.of())
                    .add();
        }
        batch.execute();
    }
}
