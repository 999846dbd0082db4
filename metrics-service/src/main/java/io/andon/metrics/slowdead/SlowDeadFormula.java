package io.andon.metrics.slowdead;

/**
 * Slow and dead stock as one statement.
 *
 * <p>An item has been idle for the calendar days, in the tenant's zone, since demand last took something of it (a
 * shipment or an issue to a work order that has not been voided) or, if it never has, since it was first stocked: the
 * earliest arrival of what a movement that has not been voided put in. So a transfer or a count makes nothing active.
 *
 * <p>Which movements have been voided depends on the instant, so {@link
 * io.andon.metrics.days.ItemStates} knows nothing of those that ever have; they are few, and looked up.
 *
 * <p>Nothing on hand is NONE; else DEAD and SLOW by the thresholds, which belong to the slower state; else NEW if it has
 * never been used and ACTIVE if it has. Below zero there is the warning NEGATIVE_STOCK, and UNVALUED where no unit of it
 * ever had a cost. Rows: active items, and any other that is not at zero.
 */
final class SlowDeadFormula {

    /** Changes whenever the same ledger would give other figures. */
    static final String VERSION = "slow-dead-2";

    static final String COMPUTE =
            """
            with state as materialized (
                select * from known_state where as_of = :as_of
            ),
            reversed as materialized (
                select distinct v.reverses_movement_id as movement_id
                from movement v
                where v.tenant_id = :tenant and v.reverses_movement_id is not null
            ),
            restored as materialized (
                select l.item_id,
                       max(l.occurred_at) filter (
                           where l.qty_delta < 0 and m.movement_type in ('SHIPMENT', 'WO_ISSUE')) as last_outflow_at,
                       min(least(l.occurred_at, l.lot_received_at)) filter (
                           where l.qty_delta > 0) as first_stocked_at
                from reversed
                join movement m on m.tenant_id = :tenant and m.movement_id = reversed.movement_id
                join movement_line l on l.tenant_id = :tenant and l.movement_id = reversed.movement_id
                where m.reverses_movement_id is null
                  and l.occurred_at < :as_of
                  -- Most were undone once and for all; what is left needs a search.
                  and not exists (
                      select from movement v
                      where v.tenant_id = :tenant
                        and v.reverses_movement_id = reversed.movement_id
                        and v.occurred_at < :as_of
                        and not exists (
                            select from movement w
                            where w.tenant_id = :tenant and w.reverses_movement_id = v.movement_id))
                  and not undone(:tenant, reversed.movement_id, :as_of)
                group by l.item_id
            ),
            facts as (
                select i.item_id,
                       i.sku,
                       coalesce(s.on_hand, 0) as on_hand,
                       unit_cost(:tenant, i.item_id, i.standard_cost, s.last_cost_at) as unit_cost,
                       s.last_movement_at,
                       greatest(s.last_outflow_at, r.last_outflow_at) as last_outflow_at,
                       least(s.first_stocked_at, r.first_stocked_at) as first_stocked_at,
                       days_between(
                           coalesce(
                               greatest(s.last_outflow_at, r.last_outflow_at),
                               least(s.first_stocked_at, r.first_stocked_at)),
                           :as_of,
                           :zone) as idle_days
                from item i
                left join state s on s.item_id = i.item_id
                left join restored r on r.item_id = i.item_id
                where i.tenant_id = :tenant and (i.active or s.on_hand <> 0)
            ),
            judged as (
                select *,
                       case
                           when on_hand <= 0 then 'NONE'
                           when idle_days >= :dead_days then 'DEAD'
                           when idle_days >= :slow_days then 'SLOW'
                           when last_outflow_at is null then 'NEW'
                           else 'ACTIVE'
                       end as state,
                       round(greatest(on_hand, 0) * coalesce(unit_cost, 0), 6) as tied_up_value
                from facts
            )
            insert into slow_dead_result
                (tenant_id, run_id, position, item_id, state, idle_days, last_movement_at, last_outflow_at,
                 first_stocked_at, on_hand, tied_up_value, warnings)
            select :tenant,
                   :run,
                   row_number() over (
                       order by array_position(array['DEAD', 'SLOW', 'ACTIVE', 'NEW', 'NONE'], state),
                                tied_up_value desc, sku collate "C" nulls last, item_id),
                   item_id,
                   state,
                   idle_days,
                   last_movement_at,
                   last_outflow_at,
                   first_stocked_at,
                   on_hand,
                   tied_up_value,
                   array_remove(
                       array[
                           case when on_hand < 0 then 'NEGATIVE_STOCK' end,
                           case when on_hand > 0 and unit_cost is null then 'UNVALUED' end],
                       null)
            from judged
            """;

    /** Rows that a dashboard which shows the run before has to draw anew. No join: see AbcFormula. */
    static final String COUNT_UPDATED =
            """
            select count(*)
            from (
                select item_id, state, idle_days, last_movement_at, last_outflow_at, on_hand, tied_up_value, warnings
                from slow_dead_result
                where tenant_id = :tenant and run_id = :run
                except
                select item_id, state, idle_days, last_movement_at, last_outflow_at, on_hand, tied_up_value, warnings
                from slow_dead_result
                where tenant_id = :tenant and run_id = :shown_run
            ) changed
            """;

    private SlowDeadFormula() {}
}
