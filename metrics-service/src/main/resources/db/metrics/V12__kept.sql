-- What runs keep of the ledger, so that the next one derives anew only what has changed meanwhile.

-- What the intake has changed since the last run: a row per batch that it applied. Rows are only added, never changed, so
-- a run that reads and then deletes them makes no batch wait, and cannot miss one that was applied beside it.
create table ledger_change (
    tenant_id  text   not null,
    change_no  bigint generated always as identity,
    item_ids   uuid[] not null,
    -- One for each item: from which day of UTC on what its lines say has changed.
    first_days date[] not null,
    constraint ledger_change_pk primary key (tenant_id, change_no)
);

-- One item's lines, and one day's, in the order of time.
create index movement_line_history on movement_line (tenant_id, item_id, occurred_at);
create index movement_line_time on movement_line (tenant_id, occurred_at);
drop index movement_line_demand;

-- Per item and day of UTC on which it moved: everything from its first line to the day's last, so that what a window saw
-- is one row less another. Days of UTC, because a tenant's zone may change and its windows may begin at any hour.
create table item_day (
    tenant_id        text        not null,
    item_id          uuid        not null,
    day              date        not null,
    -- Until when the sums below reach: the day's last line.
    last_movement_at timestamptz not null,
    on_hand          numeric     not null,
    -- ∫max(on hand, 0)dt, in seconds.
    held             numeric     not null,
    -- Seconds that less than nothing was on hand.
    negative         numeric     not null,
    -- What demand took, and at what cost as far as its lines tell.
    demand           numeric     not null,
    demand_value     numeric     not null,
    -- What of it has lines that tell no cost, and how many those are.
    uncosted         numeric     not null,
    uncosted_lines   bigint      not null,
    -- The last line with a cost.
    last_cost_at     timestamptz,
    -- Of movements that neither undo others nor have been undone: of those, it depends on the instant what counts.
    last_outflow_at  timestamptz,
    first_stocked_at timestamptz,
    constraint item_day_pk primary key (tenant_id, item_id, day)
);

-- Which instants the layers of an item are as of: any after its last line before them, up to its next line.
create table item_layers (
    tenant_id text        not null,
    item_id   uuid        not null,
    -- The last line before; -infinity if there is none.
    after_at  timestamptz not null,
    -- The next line; infinity if there is none.
    until_at  timestamptz not null,
    -- The run that derived them.
    run_id    uuid        not null,
    constraint item_layers_pk primary key (tenant_id, item_id)
);

-- What is there of an item by first in, first out.
create table item_layer (
    tenant_id   text           not null,
    item_id     uuid           not null,
    -- In no particular order.
    layer_no    integer        not null,
    location_id uuid           not null,
    -- Null for stock that belongs to no lot.
    lot_code    text,
    received_at timestamptz    not null,
    -- The movement's; null if it said none.
    unit_cost   numeric(24, 6),
    quantity    numeric(30, 6) not null,
    constraint item_layer_pk primary key (tenant_id, item_id, layer_no)
);

-- Nothing has been kept yet, so everything there is has changed. A migration has no tenant, and the policy would hide
-- every line from it.
alter table movement_line no force row level security;
insert into ledger_change (tenant_id, item_ids, first_days)
select tenant_id, array_agg(item_id), array_agg(day)
from (
    select tenant_id, item_id, min(cast(occurred_at at time zone 'UTC' as date)) as day
    from movement_line
    group by tenant_id, item_id
) item
group by tenant_id;
alter table movement_line force row level security;

alter table ledger_change enable row level security;
alter table ledger_change force row level security;
create policy tenant_isolation on ledger_change
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

alter table item_day enable row level security;
alter table item_day force row level security;
create policy tenant_isolation on item_day
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

alter table item_layers enable row level security;
alter table item_layers force row level security;
create policy tenant_isolation on item_layers
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

alter table item_layer enable row level security;
alter table item_layer force row level security;
create policy tenant_isolation on item_layer
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
