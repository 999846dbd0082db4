package io.andon.metrics.slowdead;

/**
 * Slow and dead stock as one statement over the ledger.
 *
 * <p>An item has been idle for the calendar days, in the tenant's zone, since demand last took something of it (a
 * shipment or an issue to a work order that has not been voided) or, if it never has, since it was first stocked: the
 * earliest arrival of what a movement that has not been voided put in. So a transfer or a count makes nothing active.
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
            with undone as materialized (
                select reversed.movement_id
                from (
                    select distinct v.reverses_movement_id as movement_id
                    from movement v
                    where v.tenant_id = :tenant and v.reverses_movement_id is not null and v.occurred_at < :as_of
                ) reversed
                where undone(:tenant, reversed.movement_id, :as_of)
            ),
            use as (
                select l.item_id,
                       max(l.occurred_at) filter (
                           where l.qty_delta < 0 and m.movement_type in ('SHIPMENT', 'WO_ISSUE')) as last_outflow_at,
                       min(least(l.occurred_at, l.lot_received_at)) filter (
                           where l.qty_delta > 0) as first_stocked_at
                from movement_line l
                join movement m on m.tenant_id = l.tenant_id and m.movement_id = l.movement_id
                where l.tenant_id = :tenant
                  and l.occurred_at < :as_of
                  and m.reverses_movement_id is null
                  and not exists (select from undone where undone.movement_id = l.movement_id)
                group by l.item_id
            ),
            facts as (
                select i.item_id,
                       i.sku,
                       coalesce(s.on_hand, 0) as on_hand,
                       s.unit_cost,
                       s.last_movement_at,
                       u.last_outflow_at,
                       u.first_stocked_at,
                       days_between(coalesce(u.last_outflow_at, u.first_stocked_at), :as_of, :zone) as idle_days
                from item i
                left join stock(:tenant, :as_of) s on s.item_id = i.item_id
                left join use u on u.item_id = i.item_id
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

    /** Rows that a dashboard which shows the run before has to draw anew. */
    static final String COUNT_UPDATED =
            """
            select count(*)
            from slow_dead_result now
            left join slow_dead_result shown
                on shown.tenant_id = :tenant and shown.run_id = :shown_run and shown.item_id = now.item_id
            where now.tenant_id = :tenant
              and now.run_id = :run
              and (now.state, now.idle_days, now.last_movement_at, now.last_outflow_at, now.on_hand,
                   now.tied_up_value, now.warnings)
                  is distinct from
                  (shown.state, shown.idle_days, shown.last_movement_at, shown.last_outflow_at, shown.on_hand,
                   shown.tied_up_value, shown.warnings)
            """;

    private SlowDeadFormula() {}
}
