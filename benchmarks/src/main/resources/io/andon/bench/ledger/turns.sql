-- The average on hand, exact to the instant, and the outflow.
create temporary table raw_turns on commit drop as
with step as (
    select item_id, greatest(occurred_at, :window_start) as since, sum(qty_delta) as delta
    from movement_line
    where tenant_id = :tenant and occurred_at < :as_of
    group by item_id, since
),
level as (
    select item_id,
           sum(delta) over (in_time rows unbounded preceding) as level,
           extract(epoch from lead(since, 1, :as_of) over in_time - since) as seconds
    from step
    window in_time as (partition by item_id order by since)
),
holding as (
    select item_id,
           sum(greatest(level, 0) * seconds) as held_seconds,
           bool_or(level < 0 and seconds > 0) as had_negative
    from level
    group by item_id
),
outflow as (
    select item_id, sum(-qty_delta) as quantity
    from movement_line
    where tenant_id = :tenant
      and counts_as in ('SHIPMENT', 'WO_ISSUE', 'CUSTOMER_RETURN')
      and occurred_at >= :window_start
      and occurred_at < :as_of
    group by item_id
)
select i.item_id,
       h.had_negative,
       ratio(o.quantity * extract(epoch from cast(:as_of as timestamptz) - :window_start), h.held_seconds) as turns
from item i
left join holding h on h.item_id = i.item_id
left join outflow o on o.item_id = i.item_id
where i.tenant_id = :tenant;
