-- What the topics inventory.masterdata and inventory.movements say, so that a run is SQL alone. Nothing here refers to
-- another table by a foreign key: a movement may arrive before the item that it names.

-- The ids of the events whose effect is below, written by the transaction that applied them: a second delivery of an
-- event finds its id here and does nothing.
create table applied_event (
    tenant_id text not null,
    event_id  uuid not null,
    constraint applied_event_pk primary key (tenant_id, event_id)
);

-- An item that a movement has named before its master data arrived has nothing but its id, and counts as active.
create table item (
    tenant_id        text    not null,
    item_id          uuid    not null,
    sku              text,
    name             text,
    item_type        text,
    base_uom         text,
    standard_cost    numeric(24, 6),
    currency         text,
    lot_tracked      boolean not null default false,
    discrete         boolean not null default false,
    active           boolean not null default true,
    event_id         uuid,
    recorded_at      timestamptz,
    record_partition integer,
    record_offset    bigint,
    constraint item_pk primary key (tenant_id, item_id)
);

create table location (
    tenant_id        text not null,
    location_id      uuid not null,
    code             text,
    name             text,
    role             text,
    event_id         uuid,
    recorded_at      timestamptz,
    record_partition integer,
    record_offset    bigint,
    constraint location_pk primary key (tenant_id, location_id)
);

create table movement (
    tenant_id            text        not null,
    movement_id          uuid        not null,
    movement_seq         bigint      not null,
    movement_type        text        not null,
    occurred_at          timestamptz not null,
    recorded_at          timestamptz not null,
    source_type          text,
    source_id            text,
    reverses_movement_id uuid,
    constraint movement_pk primary key (tenant_id, movement_id),
    constraint movement_type_known check (movement_type in (
        'OPENING', 'RECEIPT', 'SHIPMENT', 'CUSTOMER_RETURN', 'SUPPLIER_RETURN', 'TRANSFER', 'COUNT', 'ADJUSTMENT',
        'WO_ISSUE', 'WO_PRODUCTION', 'WO_SCRAP'))
);

create index movement_reversals on movement (tenant_id, reverses_movement_id)
    where reverses_movement_id is not null;

create table movement_line (
    tenant_id       text           not null,
    movement_id     uuid           not null,
    line_no         integer        not null,
    item_id         uuid           not null,
    location_id     uuid           not null,
    lot_code        text,
    lot_received_at timestamptz,
    qty_delta       numeric(24, 6) not null,
    uom             text,
    unit_cost       numeric(24, 6),
    currency        text,
    reason_code     text,
    -- From the movement, so that a metric reads this table alone.
    occurred_at     timestamptz    not null,
    movement_seq    bigint         not null,
    -- The movement's type; that of what it reverses, if it reverses something.
    counts_as       text           not null,
    constraint movement_line_pk primary key (tenant_id, movement_id, line_no)
);

-- Demand in the order of time: what a window of usage reads, and nothing else.
create index movement_line_demand on movement_line (tenant_id, occurred_at)
    include (item_id, qty_delta, unit_cost)
    where counts_as in ('SHIPMENT', 'WO_ISSUE', 'CUSTOMER_RETURN');

alter table applied_event enable row level security;
alter table applied_event force row level security;
create policy tenant_isolation on applied_event
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

alter table item enable row level security;
alter table item force row level security;
create policy tenant_isolation on item
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

alter table location enable row level security;
alter table location force row level security;
create policy tenant_isolation on location
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

alter table movement enable row level security;
alter table movement force row level security;
create policy tenant_isolation on movement
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

alter table movement_line enable row level security;
alter table movement_line force row level security;
create policy tenant_isolation on movement_line
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
