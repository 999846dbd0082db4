-- Usage values, classes and their order.
create temporary table raw_abc on commit drop as
with demand as (
    select l.item_id, round(sum(-l.qty_delta * coalesce(l.unit_cost, i.standard_cost, 0)), 6) as value
    from movement_line l
    join item i on i.tenant_id = l.tenant_id and i.item_id = l.item_id
    where l.tenant_id = :tenant
      and l.counts_as in ('SHIPMENT', 'WO_ISSUE', 'CUSTOMER_RETURN')
      and l.occurred_at >= :window_start
      and l.occurred_at < :as_of
    group by l.item_id
),
usage as (
    select i.item_id, i.sku, greatest(coalesce(demand.value, 0), 0) as used
    from item i
    left join demand on demand.item_id = i.item_id
    where i.tenant_id = :tenant and i.active
),
ranked as (
    select *,
           sum(used) over () as total,
           coalesce(sum(used) over (
               order by used desc groups between unbounded preceding and 1 preceding), 0) as above,
           sum(used) over (in_order rows unbounded preceding) as cumulative,
           row_number() over in_order as position
    from usage
    window in_order as (order by used desc, sku collate "C" nulls last, item_id)
)
select position,
       item_id,
       used,
       ratio(cumulative * 100, total) as percentage,
       case
           when used = 0 then 'C'
           when above * 100 < 80 * total then 'A'
           when above * 100 < 95 * total then 'B'
           else 'C'
       end as class
from ranked;
