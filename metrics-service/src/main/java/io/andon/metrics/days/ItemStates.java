package io.andon.metrics.days;

import io.andon.kit.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What {@code item_day} says of every item just before an instant, in the temporary table {@code known_state} of a run's
 * transaction: looked up once, though several metrics ask for the same instants.
 */
@ApplicationScoped
public class ItemStates {

    /**
     * A query for what the window from {@code :window_start} to {@code :window_end} saw of every item that has moved: the
     * state at its end less that at its start. Both must be known.
     *
     * <p>Demand is shipments and issues to work orders, less their reversals and what customers returned; valued at the
     * movement's unit cost, else at the item's standard cost, else at nothing. {@code held} is ∫max(on hand, 0)dt in
     * seconds.
     */
    public static final String WINDOW =
            """
            select i.item_id,
                   e.demand - coalesce(s.demand, 0) as demand,
                   e.demand_value - coalesce(s.demand_value, 0)
                       + (e.uncosted - coalesce(s.uncosted, 0)) * coalesce(i.standard_cost, 0) as demand_value,
                   i.standard_cost is null and e.uncosted_lines > coalesce(s.uncosted_lines, 0) as unvalued,
                   e.held - coalesce(s.held, 0) as held,
                   e.negative > coalesce(s.negative, 0) as had_negative,
                   e.on_hand,
                   unit_cost(:tenant, i.item_id, i.standard_cost, e.last_cost_at) as unit_cost
            from known_state e
            join item i on i.tenant_id = :tenant and i.item_id = e.item_id
            left join known_state s on s.item_id = e.item_id and s.as_of = :window_start
            where e.as_of = :window_end
            """;

    private static final String NONE =
            """
            create temporary table known_state on commit drop as
            select cast(now() as timestamptz) as as_of, state.*
            from item_state(:tenant, now()) state
            where false
            """;

    private static final String KNOW =
            """
            insert into known_state
            select :as_of, state.*
            from item_state(:tenant, :as_of) state
            where not exists (select from known_state where as_of = :as_of)
            """;

    /** Begins a run, which knows nothing yet. */
    void forget(TenantTransaction tx) {
        tx.handle().createUpdate(NONE).bind("tenant", tx.tenant().value()).execute();
    }

    /** Makes the states at {@code instants} known, as far as they are not. */
    public void know(TenantTransaction tx, Instant... instants) {
        for (Instant instant : instants) {
            tx.handle()
                    .createUpdate(KNOW)
                    .bind("tenant", tx.tenant().value())
                    .bind("as_of", instant.atOffset(ZoneOffset.UTC))
                    .execute();
        }
        // Nobody else does: no vacuum sees the table.
        tx.handle().execute("analyze known_state");
    }
}
