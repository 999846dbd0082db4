-- The order of the ledger, for consumers that sort by business time first. Gaps are allowed.
create sequence stock_movement_seq;

create table stock_balance (
    tenant_id   text        not null,
    item_id     uuid        not null,
    location_id uuid        not null,
    -- Empty: stock without a lot. Not null, because it is part of the key.
    lot_code    text        not null,
    quantity    numeric     not null,
    received_at timestamptz not null,
    updated_at  timestamptz not null,
    constraint stock_balance_pk primary key (tenant_id, item_id, location_id, lot_code),
    constraint stock_balance_item_fk foreign key (tenant_id, item_id) references item (tenant_id, id),
    constraint stock_balance_location_fk foreign key (tenant_id, location_id) references location (tenant_id, id),
    constraint stock_balance_scale check (scale(quantity) <= 6)
)
-- Updated by every posting; see work_order.
with (fillfactor = 70);

create index stock_balance_location on stock_balance (tenant_id, location_id);

alter table stock_balance enable row level security;
alter table stock_balance force row level security;
create policy tenant_isolation on stock_balance
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

create table stock_movement (
    tenant_id            text        not null,
    id                   uuid        not null,
    movement_seq         bigint      not null,
    movement_type        text        not null,
    occurred_at          timestamptz not null,
    recorded_at          timestamptz not null,
    recorded_by          text        not null,
    source_type          text        not null,
    source_id            text,
    work_order_id        uuid,
    reverses_movement_id uuid,
    allow_negative       boolean     not null,
    reason               text,
    notes                text,
    constraint stock_movement_pk primary key (tenant_id, id),
    constraint stock_movement_type_known check (movement_type in (
        'OPENING', 'RECEIPT', 'SHIPMENT', 'CUSTOMER_RETURN', 'SUPPLIER_RETURN', 'TRANSFER', 'COUNT', 'ADJUSTMENT',
        'WO_ISSUE', 'WO_PRODUCTION', 'WO_SCRAP')),
    constraint stock_movement_work_order_fk
        foreign key (tenant_id, work_order_id) references work_order (tenant_id, id),
    constraint stock_movement_overdraft_has_reason check (not allow_negative or reason is not null)
);

create index stock_movement_work_order on stock_movement (tenant_id, work_order_id) where work_order_id is not null;

alter table stock_movement enable row level security;
alter table stock_movement force row level security;
create policy tenant_isolation on stock_movement
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

-- Type, time and order are repeated from the movement, so that an item's history and a period's consumption are one
-- index range each. They cannot drift: neither table is ever updated.
create table stock_movement_line (
    tenant_id       text        not null,
    movement_id     uuid        not null,
    line_no         integer     not null,
    movement_seq    bigint      not null,
    movement_type   text        not null,
    occurred_at     timestamptz not null,
    item_id         uuid        not null,
    location_id     uuid        not null,
    lot_code        text        not null,
    lot_received_at timestamptz,
    qty_delta       numeric(18, 6) not null,
    uom             text        not null,
    unit_cost       numeric(18, 6),
    currency        text,
    reason_code     text,
    constraint stock_movement_line_pk primary key (tenant_id, movement_id, line_no),
    constraint stock_movement_line_movement_fk
        foreign key (tenant_id, movement_id) references stock_movement (tenant_id, id),
    -- Through the balance to item and location: that row is locked by this transaction anyway.
    constraint stock_movement_line_balance_fk
        foreign key (tenant_id, item_id, location_id, lot_code)
        references stock_balance (tenant_id, item_id, location_id, lot_code),
    constraint stock_movement_line_moves_something check (qty_delta <> 0)
);

create index stock_movement_line_item
    on stock_movement_line (tenant_id, item_id, occurred_at, movement_seq, line_no);
create index stock_movement_line_consumed on stock_movement_line (tenant_id, occurred_at)
    where movement_type = 'WO_ISSUE';

alter table stock_movement_line enable row level security;
alter table stock_movement_line force row level security;
create policy tenant_isolation on stock_movement_line
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

create function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'posted movements never change: post the opposite';
end
$$;

create trigger stock_movement_immutable before update or delete or truncate on stock_movement
    for each statement execute function refuse_change_of_ledger();
create trigger stock_movement_line_immutable before update or delete or truncate on stock_movement_line
    for each statement execute function refuse_change_of_ledger();
