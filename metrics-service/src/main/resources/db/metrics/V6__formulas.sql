-- What several metrics compute alike. Functions and no views, so that each names the tenant whose rows it reads.

-- n / d rounded half up to two places; null unless d is positive. By whole-number division, so that no digit depends on
-- how far PostgreSQL carries a quotient.
create function ratio(n numeric, d numeric) returns numeric
    language sql immutable
    return case when d > 0 then sign(n) * div(abs(n) * 200 + d, d * 2) / 100 end;

-- The calendar days of a zone from one instant to another.
create function days_between(earlier timestamptz, later timestamptz, of_zone text) returns integer
    language sql stable
    return cast(later at time zone of_zone as date) - cast(earlier at time zone of_zone as date);

-- What demand took: shipments and issues to work orders, less their reversals and what customers returned; valued at
-- the movement's unit cost, else at the item's standard cost, else at nothing.
create function demand(of_tenant text, since timestamptz, until timestamptz)
    returns table (item_id uuid, occurred_at timestamptz, quantity numeric, value numeric, unvalued boolean)
    language sql stable as $$
        select l.item_id,
               l.occurred_at,
               -l.qty_delta,
               -l.qty_delta * coalesce(l.unit_cost, i.standard_cost, 0),
               l.unit_cost is null and i.standard_cost is null
        from movement_line l
        join item i on i.tenant_id = l.tenant_id and i.item_id = l.item_id
        where l.tenant_id = of_tenant
          and l.counts_as in ('SHIPMENT', 'WO_ISSUE', 'CUSTOMER_RETURN')
          and l.occurred_at >= since
          and l.occurred_at < until
    $$;

-- What is on hand just before an instant, and what a unit of it costs: the item's standard cost, else what it cost last,
-- else null.
create function stock(of_tenant text, as_of timestamptz)
    returns table (item_id uuid, on_hand numeric, last_movement_at timestamptz, unit_cost numeric)
    language sql stable as $$
        select l.item_id,
               sum(l.qty_delta),
               max(l.occurred_at),
               coalesce(
                   min(i.standard_cost),
                   (array_agg(l.unit_cost order by l.occurred_at desc, l.movement_seq desc, l.line_no desc)
                       filter (where l.unit_cost is not null))[1])
        from movement_line l
        join item i on i.tenant_id = l.tenant_id and i.item_id = l.item_id
        where l.tenant_id = of_tenant and l.occurred_at < as_of
        group by l.item_id
    $$;
