package io.andon.metrics.aging;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.run.RunPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Keeps the layers of every item from run to run, and derives anew only those that are stale: the item's ledger has
 * changed, or it has lines between the instant that they are as of and the one that is asked for. So a run folds the
 * history of what has moved, and a late movement costs its items' history and nobody else's. A layer says when it came in
 * and what it cost then; neither the tenant's zone nor a standard cost is in it.
 *
 * <p>There is one state per item, as of what was asked last: a run as of a past instant folds what has moved since then,
 * and the next one folds it again.
 */
@ApplicationScoped
class ItemLayers {

    private static final int LAYERS_PER_STATEMENT = 5_000;

    /** In a table, so that its size is known to the planner. */
    private static final String COLLECT =
            """
            create temporary table stale_item on commit drop as
            select i.item_id,
                   coalesce(
                       (select max(l.occurred_at)
                        from movement_line l
                        where l.tenant_id = :tenant and l.item_id = i.item_id and l.occurred_at < :as_of),
                       '-infinity') as after_at,
                   coalesce(
                       (select min(l.occurred_at)
                        from movement_line l
                        where l.tenant_id = :tenant and l.item_id = i.item_id and l.occurred_at >= :as_of),
                       'infinity') as until_at
            from item i
            left join item_layers s on s.tenant_id = i.tenant_id and s.item_id = i.item_id
            where i.tenant_id = :tenant
              and (s.item_id is null
                   or s.after_at >= :as_of
                   or s.until_at < :as_of
                   or i.item_id in (select item_id from changed_items(:tenant)))
            """;

    private static final String MARK =
            """
            insert into item_layers (tenant_id, item_id, after_at, until_at, run_id)
            select :tenant, item_id, after_at, until_at, :run
            from stale_item
            on conflict (tenant_id, item_id) do update
            set (after_at, until_at, run_id) = (excluded.after_at, excluded.until_at, excluded.run_id)
            """;

    private static final String CLEAR =
            """
            delete from item_layer l
            using stale_item s
            where l.tenant_id = :tenant and l.item_id = s.item_id
            """;

    private static final String ADD =
            """
            insert into item_layer
                (tenant_id, item_id, layer_no, location_id, lot_code, received_at, unit_cost, quantity)
            values (:tenant, :item, :no, :location, :lot, :received_at, :unit_cost, :quantity)
            """;

    private final ItemHistories histories;

    ItemLayers(ItemHistories histories) {
        this.histories = histories;
    }

    /** Makes the layers those of {@code plan}'s instant. */
    void refresh(TenantTransaction tx, RunPlan plan) {
        tx.handle()
                .createUpdate(COLLECT)
                .bind("tenant", tx.tenant().value())
                .bind("as_of", plan.asOf().atOffset(ZoneOffset.UTC))
                .execute();
        tx.handle().execute("analyze stale_item");
        tx.handle()
                .createUpdate(MARK)
                .bind("tenant", tx.tenant().value())
                .bind("run", plan.runId())
                .execute();
        tx.handle().createUpdate(CLEAR).bind("tenant", tx.tenant().value()).execute();
        Pending pending = new Pending(tx);
        histories.fold(
                tx, plan.asOf(), (item, fifo) -> pending.add(item, fifo.layers().toList()));
        pending.flush();
    }

    /** Layers that wait to be stored, a bounded number of items at a time. */
    private static final class Pending {

        private record Numbered(UUID item, int no, Layer layer) {}

        private final TenantTransaction tx;
        private final List<Numbered> layers = new ArrayList<>();

        Pending(TenantTransaction tx) {
            this.tx = tx;
        }

        void add(UUID item, List<Layer> ofItem) {
            for (Layer layer : ofItem) {
                layers.add(new Numbered(item, layers.size(), layer));
            }
            if (layers.size() >= LAYERS_PER_STATEMENT) {
                flush();
            }
        }

        void flush() {
            if (layers.isEmpty()) {
                return;
            }
            PreparedBatch batch = tx.handle().prepareBatch(ADD);
            for (Numbered one : layers) {
                Layer layer = one.layer();
                batch.bind("tenant", tx.tenant().value())
                        .bind("item", one.item())
                        .bind("no", one.no())
                        .bind("location", layer.locationId())
                        .bind("lot", layer.lotCode())
                        .bind("received_at", layer.receivedAt().atOffset(ZoneOffset.UTC))
                        .bind("unit_cost", layer.unitCost())
                        .bind("quantity", layer.quantity())
                        .add();
            }
            batch.execute();
            layers.clear();
        }
    }
}
