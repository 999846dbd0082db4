-- First in, first out, as far as plain SQL says it: one queue for each item and place, without lots, transfers and voids.
create temporary table raw_aging on commit drop as
with gone as (
    select item_id, location_id, -sum(qty_delta) as quantity
    from movement_line
    where tenant_id = :tenant and occurred_at < :as_of and qty_delta < 0
    group by item_id, location_id
),
come as (
    select item_id,
           location_id,
           coalesce(lot_received_at, occurred_at) as received_at,
           unit_cost,
           qty_delta,
           sum(qty_delta) over (
               partition by item_id, location_id
               order by coalesce(lot_received_at, occurred_at), movement_seq, line_no
               rows unbounded preceding) as until_then
    from movement_line
    where tenant_id = :tenant and occurred_at < :as_of and qty_delta > 0
),
layer as (
    select come.item_id,
           come.location_id,
           least(qty_delta, until_then - coalesce(gone.quantity, 0)) as quantity,
           days_between(received_at, :as_of, 'UTC') as age,
           unit_cost
    from come
    left join gone on gone.item_id = come.item_id and gone.location_id = come.location_id
    where until_then > coalesce(gone.quantity, 0)
)
select item_id,
       location_id,
       sum(quantity) filter (where age <= 30) as up_to_30,
       sum(quantity) filter (where age between 31 and 60) as up_to_60,
       sum(quantity) filter (where age between 61 and 90) as up_to_90,
       sum(quantity) filter (where age > 90) as over_90,
       sum(quantity * unit_cost) as value
from layer
group by item_id, location_id;
