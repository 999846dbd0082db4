-- Output that was no good. It never was stock, so it moves none: what it was made of was consumed already.
create table scrap (
    tenant_id     text        not null,
    id            uuid        not null,
    work_order_id uuid        not null,
    quantity      numeric(18, 6) not null,
    uom           text        not null,
    reason_code   text,
    notes         text,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    constraint scrap_pk primary key (tenant_id, id),
    constraint scrap_work_order_fk foreign key (tenant_id, work_order_id) references work_order (tenant_id, id),
    constraint scrap_of_something check (quantity > 0)
);

create index scrap_work_order on scrap (tenant_id, work_order_id, id);

alter table scrap enable row level security;
alter table scrap force row level security;
create policy tenant_isolation on scrap
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
