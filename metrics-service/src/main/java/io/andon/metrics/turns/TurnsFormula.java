package io.andon.metrics.turns;

/**
 * Turns and days of inventory as one statement over the ledger.
 *
 * <p>The average on hand is ∫max(Q(t), 0)dt over the window divided by its length, exact to the instant: everything
 * before the window becomes one step at its start, and each step lasts until the next. Whatever is below zero counts as
 * nothing and is marked {@code had_negative}.
 *
 * <p>With the outflow that demand took in the window, turns = outflow / average, annualized = turns × 365 / days, DOI =
 * average / (outflow / days), and, a different figure, days of supply = what is on hand at the end / (outflow / days). More
 * returned than shipped counts as no outflow. Turns are null, with the reason NO_STOCK, where the average is zero; the two
 * numbers of days are null where nothing flowed out, with the reason NO_USAGE unless there was no stock either.
 *
 * <p>Ratios are made of the unrounded integral and rounded once. Money: outflow at each movement's cost, the average at
 * the item's present cost (the SQL function {@code stock}); {@code UNVALUED} where one of them is unknown. Rows: active
 * items, and any other with stock or outflow.
 */
final class TurnsFormula {

    /** Changes whenever the same ledger would give other figures. */
    static final String VERSION = "turns-1";

    static final String COMPUTE =
            """
            with step as (
                select item_id, greatest(occurred_at, :window_start) as since, sum(qty_delta) as delta
                from movement_line
                where tenant_id = :tenant and occurred_at < :window_end
                group by item_id, since
            ),
            level as (
                select item_id,
                       greatest(sum(delta) over (in_time rows unbounded preceding), 0) as held,
                       sum(delta) over (in_time rows unbounded preceding) < 0 as negative,
                       extract(epoch from lead(since, 1, :window_end) over in_time - since) as seconds
                from step
                window in_time as (partition by item_id order by since)
            ),
            holding as (
                select item_id,
                       sum(held * seconds) as held_seconds,
                       bool_or(negative and seconds > 0) as had_negative
                from level
                group by item_id
            ),
            outflow as (
                select item_id, sum(quantity) as quantity, sum(value) as cost, bool_or(unvalued) as unvalued
                from demand(:tenant, :window_start, :window_end)
                group by item_id
            ),
            facts as (
                select i.item_id,
                       i.sku,
                       coalesce(o.quantity, 0) as outflow,
                       greatest(o.quantity, 0) as used,
                       coalesce(o.cost, 0) as outflow_cost,
                       coalesce(h.held_seconds, 0) as held_seconds,
                       extract(epoch from cast(:window_end as timestamptz) - cast(:window_start as timestamptz))
                           as seconds,
                       cast(:days as numeric) as days,
                       coalesce(h.had_negative, false) as had_negative,
                       greatest(s.on_hand, 0) as on_hand,
                       coalesce(s.unit_cost, 0) as unit_cost,
                       coalesce(o.unvalued, false)
                           or (coalesce(h.held_seconds, 0) > 0 and s.unit_cost is null) as unvalued
                from item i
                left join holding h on h.item_id = i.item_id
                left join outflow o on o.item_id = i.item_id
                left join stock(:tenant, :window_end) s on s.item_id = i.item_id
                where i.tenant_id = :tenant
                  and (i.active or s.on_hand <> 0 or h.held_seconds > 0 or o.quantity <> 0)
            ),
            figures as (
                select *,
                       round(held_seconds / seconds, 6) as average,
                       round(held_seconds * unit_cost / seconds, 6) as average_value,
                       ratio(used * seconds, held_seconds) as turns,
                       ratio(used * seconds * 365, held_seconds * days) as annualized,
                       round(used / days, 6) as daily,
                       ratio(held_seconds * days, used * seconds) as doi,
                       ratio(on_hand * days, used) as supply
                from facts
            )
            insert into turns_result
                (tenant_id, run_id, position, item_id, outflow, outflow_cost, average_on_hand, average_value, turns,
                 annualized_turns, avg_daily_outflow, doi_days, days_of_supply, had_negative, reason, warnings)
            select :tenant,
                   :run,
                   row_number() over (order by turns desc nulls last, sku collate "C" nulls last, item_id),
                   item_id,
                   outflow,
                   round(outflow_cost, 6),
                   average,
                   average_value,
                   turns,
                   annualized,
                   daily,
                   doi,
                   supply,
                   had_negative,
                   case when held_seconds = 0 then 'NO_STOCK' when used = 0 then 'NO_USAGE' end,
                   case when unvalued then array['UNVALUED'] else array[]::text[] end
            from figures
            """;

    private TurnsFormula() {}
}
