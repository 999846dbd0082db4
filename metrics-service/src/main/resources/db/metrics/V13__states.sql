-- What several metrics compute alike, now from what is kept. A run makes item_day complete before it asks.
drop function demand(text, timestamptz, timestamptz);
drop function stock(text, timestamptz);

-- The items, with the first day each, whose lines the intake has changed since the last run.
create function changed_items(of_tenant text) returns table (item_id uuid, first_day date)
    language sql stable as $$
        select item.item_id, min(item.first_day)
        from ledger_change c
        cross join unnest(c.item_ids, c.first_days) as item (item_id, first_day)
        where c.tenant_id = of_tenant
        group by item.item_id
    $$;

-- Movements that undo others, and those that have ever been undone.
create function disputed(of_tenant text) returns table (movement_id uuid)
    language sql stable as $$
        select movement_id from movement where tenant_id = of_tenant and reverses_movement_id is not null
        union
        select reverses_movement_id from movement where tenant_id = of_tenant and reverses_movement_id is not null
    $$;

-- What item_day would say of every item just before an instant: the last row of the days before, and the lines of the
-- instant's own day. Its sums reach to the instant.
create function item_state(of_tenant text, as_of timestamptz)
    returns table (
        item_id uuid, last_movement_at timestamptz, on_hand numeric, held numeric, negative numeric, demand numeric,
        demand_value numeric, uncosted numeric, uncosted_lines bigint, last_cost_at timestamptz,
        last_outflow_at timestamptz, first_stocked_at timestamptz)
    language sql stable as $$
        -- Materialized: computed once, whatever a planner that knows no numbers yet believes.
        with kept as materialized (
            select last.*
            from item i
            cross join lateral (
                select d.*
                from item_day d
                where d.tenant_id = of_tenant
                  and d.item_id = i.item_id
                  and d.day < cast(as_of at time zone 'UTC' as date)
                order by d.day desc
                limit 1
            ) last
            where i.tenant_id = of_tenant
        ),
        line as materialized (
            select l.item_id,
                   l.occurred_at,
                   l.qty_delta,
                   l.unit_cost,
                   l.counts_as in ('SHIPMENT', 'WO_ISSUE', 'CUSTOMER_RETURN') as is_demand,
                   l.counts_as in ('SHIPMENT', 'WO_ISSUE') as is_outflow,
                   least(l.occurred_at, l.lot_received_at) as arrived_at,
                   l.movement_id not in (select disputed(of_tenant)) as is_plain
            from movement_line l
            where l.tenant_id = of_tenant
              and l.occurred_at >= date_trunc('day', as_of, 'UTC')
              and l.occurred_at < as_of
        ),
        today as materialized (
            select line.item_id,
                   max(occurred_at) as last_movement_at,
                   sum(-qty_delta) filter (where is_demand) as demand,
                   sum(-qty_delta * unit_cost) filter (where is_demand) as demand_value,
                   sum(-qty_delta) filter (where is_demand and unit_cost is null) as uncosted,
                   count(*) filter (where is_demand and unit_cost is null) as uncosted_lines,
                   max(occurred_at) filter (where unit_cost is not null) as last_cost_at,
                   max(occurred_at) filter (where is_plain and is_outflow and qty_delta < 0) as last_outflow_at,
                   min(arrived_at) filter (where is_plain and qty_delta > 0) as first_stocked_at
            from line
            group by line.item_id
        ),
        step as (
            select kept.item_id, kept.last_movement_at as since, kept.on_hand as delta
            from kept
            union all
            select line.item_id, line.occurred_at, sum(line.qty_delta)
            from line
            group by line.item_id, line.occurred_at
        ),
        level as (
            select step.item_id,
                   delta,
                   sum(delta) over (in_time rows unbounded preceding) as level,
                   extract(epoch from lead(since, 1, as_of) over in_time - since) as seconds
            from step
            window in_time as (partition by step.item_id order by since)
        ),
        holding as materialized (
            select level.item_id,
                   sum(delta) as on_hand,
                   sum(greatest(level, 0) * seconds) as held,
                   coalesce(sum(seconds) filter (where level < 0), 0) as negative
            from level
            group by level.item_id
        )
        select h.item_id,
               coalesce(t.last_movement_at, k.last_movement_at),
               h.on_hand,
               coalesce(k.held, 0) + h.held,
               coalesce(k.negative, 0) + h.negative,
               coalesce(k.demand, 0) + coalesce(t.demand, 0),
               coalesce(k.demand_value, 0) + coalesce(t.demand_value, 0),
               coalesce(k.uncosted, 0) + coalesce(t.uncosted, 0),
               coalesce(k.uncosted_lines, 0) + coalesce(t.uncosted_lines, 0),
               coalesce(t.last_cost_at, k.last_cost_at),
               coalesce(t.last_outflow_at, k.last_outflow_at),
               least(t.first_stocked_at, k.first_stocked_at)
        from holding h
        left join kept k on k.item_id = h.item_id
        left join today t on t.item_id = h.item_id
    $$;

-- What a unit of an item costs: its standard cost, else what the line that last told a cost said.
create function unit_cost(of_tenant text, of_item uuid, standard_cost numeric, last_cost_at timestamptz)
    returns numeric
    language sql stable
    return coalesce(
        standard_cost,
        (select l.unit_cost
         from movement_line l
         where l.tenant_id = of_tenant
           and l.item_id = of_item
           and l.occurred_at = last_cost_at
           and l.unit_cost is not null
         order by l.movement_seq desc, l.line_no desc
         limit 1));

-- What a window saw of every item that has moved: the state at its end less that at its start. Demand is shipments and
-- issues to work orders, less their reversals and what customers returned; valued at the movement's unit cost, else at the
-- item's standard cost, else at nothing.
create function item_window(of_tenant text, since timestamptz, until timestamptz)
    returns table (
        item_id uuid, demand numeric, demand_value numeric, unvalued boolean, held numeric, had_negative boolean,
        on_hand numeric, unit_cost numeric)
    language sql stable as $$
        with at_end as materialized (select * from item_state(of_tenant, until)),
        at_start as materialized (select * from item_state(of_tenant, since))
        select i.item_id,
               e.demand - coalesce(s.demand, 0),
               e.demand_value - coalesce(s.demand_value, 0)
                   + (e.uncosted - coalesce(s.uncosted, 0)) * coalesce(i.standard_cost, 0),
               i.standard_cost is null and e.uncosted_lines > coalesce(s.uncosted_lines, 0),
               e.held - coalesce(s.held, 0),
               e.negative > coalesce(s.negative, 0),
               e.on_hand,
               unit_cost(of_tenant, i.item_id, i.standard_cost, e.last_cost_at)
        from at_end e
        join item i on i.tenant_id = of_tenant and i.item_id = e.item_id
        left join at_start s on s.item_id = e.item_id
    $$;
