package io.andon.metrics.turns;

import io.andon.metrics.days.ItemStates;

/**
 * Turns and days of inventory as one statement.
 *
 * <p>The average on hand is ∫max(Q(t), 0)dt over the window divided by its length, exact to the instant ({@link
 * ItemStates#WINDOW}). Whatever is below zero counts as nothing and is marked {@code had_negative}.
 *
 * <p>With the outflow that demand took in the window, turns = outflow / average, annualized = turns × 365 / days, DOI =
 * average / (outflow / days), and, a different figure, days of supply = what is on hand at the end / (outflow / days). More
 * returned than shipped counts as no outflow. Turns are null, with the reason NO_STOCK, where the average is zero; the two
 * numbers of days are null where nothing flowed out, with the reason NO_USAGE unless there was no stock either.
 *
 * <p>Ratios are made of the unrounded integral and rounded once. Money: outflow at each movement's cost, the average at
 * the item's present cost; {@code UNVALUED} where one of them is unknown. Rows: active
 * items, and any other with stock or outflow.
 */
final class TurnsFormula {

    /** Changes whenever the same ledger would give other figures. */
    static final String VERSION = "turns-1";

    static final String COMPUTE =
            """
            with seen as materialized (
            %s
            ),
            facts as (
                select i.item_id,
                       i.sku,
                       coalesce(w.demand, 0) as outflow,
                       greatest(w.demand, 0) as used,
                       coalesce(w.demand_value, 0) as outflow_cost,
                       coalesce(w.held, 0) as held_seconds,
                       extract(epoch from cast(:window_end as timestamptz) - cast(:window_start as timestamptz))
                           as seconds,
                       cast(:days as numeric) as days,
                       coalesce(w.had_negative, false) as had_negative,
                       greatest(w.on_hand, 0) as on_hand,
                       coalesce(w.unit_cost, 0) as unit_cost,
                       coalesce(w.unvalued, false) or (coalesce(w.held, 0) > 0 and w.unit_cost is null) as unvalued
                from item i
                left join seen w on w.item_id = i.item_id
                where i.tenant_id = :tenant
                  and (i.active or w.on_hand <> 0 or w.held > 0 or w.demand <> 0)
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
            """
                    .formatted(ItemStates.WINDOW);

    private TurnsFormula() {}
}
