-- What is on hand, what it costs (the highest cost where there is no standard; the last one would take a sort), and since
-- when nothing of it has been used.
create temporary table raw_slow_dead on commit drop as
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
           min(least(l.occurred_at, l.lot_received_at)) filter (where l.qty_delta > 0) as first_stocked_at
    from movement_line l
    join movement m on m.tenant_id = l.tenant_id and m.movement_id = l.movement_id
    where l.tenant_id = :tenant
      and l.occurred_at < :as_of
      and m.reverses_movement_id is null
      and not exists (select from undone where undone.movement_id = l.movement_id)
    group by l.item_id
),
stock as (
    select l.item_id,
           sum(l.qty_delta) as on_hand,
           max(l.occurred_at) as last_movement_at,
           coalesce(min(i.standard_cost), max(l.unit_cost)) as unit_cost
    from movement_line l
    join item i on i.tenant_id = l.tenant_id and i.item_id = l.item_id
    where l.tenant_id = :tenant and l.occurred_at < :as_of
    group by l.item_id
)
select i.item_id,
       s.on_hand,
       s.last_movement_at,
       s.on_hand * s.unit_cost as value,
       days_between(coalesce(u.last_outflow_at, u.first_stocked_at), :as_of, 'UTC') as idle_days
from item i
left join stock s on s.item_id = i.item_id
left join use u on u.item_id = i.item_id
where i.tenant_id = :tenant;
