package io.andon.metrics.days;

/**
 * How {@code item_day} follows from the ledger.
 *
 * <p>Between two lines of an item what is on hand is constant, so ∫max(on hand, 0)dt is a sum of rectangles, each counted
 * with the line at its end; one between lines of the same instant has no width. A day's row adds its lines to the row
 * before, be that one of this statement or the last one that was kept.
 */
final class ItemDaySql {

    /** What has changed, and the row that each item goes on from; in a table, so that its size is known to the planner. */
    static final String COLLECT =
            """
            create temporary table changed_item on commit drop as
            select c.item_id,
                   c.first_day,
                   cast(c.first_day as timestamp) at time zone 'UTC' as first_at,
                   b.last_movement_at,
                   b.on_hand,
                   b.held,
                   b.negative,
                   b.demand,
                   b.demand_value,
                   b.uncosted,
                   b.uncosted_lines,
                   b.last_cost_at,
                   b.last_outflow_at,
                   b.first_stocked_at
            from changed_items(:tenant) c
            left join lateral (
                select *
                from item_day d
                where d.tenant_id = :tenant and d.item_id = c.item_id and d.day < c.first_day
                order by d.day desc
                limit 1
            ) b on true
            """;

    static final String COUNT = "analyze changed_item";

    /** Before {@link #DERIVE}: a statement cannot insert what it deletes. */
    static final String CLEAR =
            """
            delete from item_day d
            using changed_item c
            where d.tenant_id = :tenant and d.item_id = c.item_id and d.day >= c.first_day
            """;

    static final String DERIVE =
            """
            with line as (
                select l.item_id,
                       l.occurred_at,
                       l.qty_delta,
                       l.unit_cost,
                       l.counts_as in ('SHIPMENT', 'WO_ISSUE', 'CUSTOMER_RETURN') as is_demand,
                       l.counts_as in ('SHIPMENT', 'WO_ISSUE') as is_outflow,
                       least(l.occurred_at, l.lot_received_at) as arrived_at,
                       l.movement_id not in (select disputed(:tenant)) as is_plain
                from changed_item c
                join movement_line l on l.tenant_id = :tenant and l.item_id = c.item_id and l.occurred_at >= c.first_at
            ),
            step as (
                select line.*,
                       coalesce(b.on_hand, 0) + sum(qty_delta) over in_time - qty_delta as level,
                       extract(epoch from occurred_at - coalesce(lag(occurred_at) over in_time, b.last_movement_at))
                           as seconds
                from line
                join changed_item b on b.item_id = line.item_id
                window in_time as (partition by line.item_id order by occurred_at rows unbounded preceding)
            ),
            day as (
                select item_id,
                       cast(occurred_at at time zone 'UTC' as date) as day,
                       max(occurred_at) as last_movement_at,
                       sum(qty_delta) as delta,
                       coalesce(sum(greatest(level, 0) * seconds), 0) as held,
                       coalesce(sum(seconds) filter (where level < 0), 0) as negative,
                       coalesce(sum(-qty_delta) filter (where is_demand), 0) as demand,
                       coalesce(sum(-qty_delta * unit_cost) filter (where is_demand), 0) as demand_value,
                       coalesce(sum(-qty_delta) filter (where is_demand and unit_cost is null), 0) as uncosted,
                       count(*) filter (where is_demand and unit_cost is null) as uncosted_lines,
                       max(occurred_at) filter (where unit_cost is not null) as last_cost_at,
                       max(occurred_at) filter (where is_plain and is_outflow and qty_delta < 0) as last_outflow_at,
                       min(arrived_at) filter (where is_plain and qty_delta > 0) as first_stocked_at
                from step
                group by item_id, day
            )
            insert into item_day
                (tenant_id, item_id, day, last_movement_at, on_hand, held, negative, demand, demand_value, uncosted,
                 uncosted_lines, last_cost_at, last_outflow_at, first_stocked_at)
            select :tenant,
                   day.item_id,
                   day.day,
                   day.last_movement_at,
                   coalesce(b.on_hand, 0) + sum(day.delta) over until_then,
                   coalesce(b.held, 0) + sum(day.held) over until_then,
                   coalesce(b.negative, 0) + sum(day.negative) over until_then,
                   coalesce(b.demand, 0) + sum(day.demand) over until_then,
                   coalesce(b.demand_value, 0) + sum(day.demand_value) over until_then,
                   coalesce(b.uncosted, 0) + sum(day.uncosted) over until_then,
                   coalesce(b.uncosted_lines, 0) + cast(sum(day.uncosted_lines) over until_then as bigint),
                   coalesce(max(day.last_cost_at) over until_then, b.last_cost_at),
                   coalesce(max(day.last_outflow_at) over until_then, b.last_outflow_at),
                   least(min(day.first_stocked_at) over until_then, b.first_stocked_at)
            from day
            join changed_item b on b.item_id = day.item_id
            window until_then as (partition by day.item_id order by day.day rows unbounded preceding)
            """;

    private ItemDaySql() {}
}
