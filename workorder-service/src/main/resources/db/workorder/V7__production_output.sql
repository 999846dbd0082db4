-- What came out of production, good and scrapped, when and where: the overview's figures. One row per posting and
-- location; what undoes a posting is a row with the opposite quantities.
create table production_output (
    tenant_id     text        not null,
    id            uuid        not null,
    work_order_id uuid        not null,
    item_id       uuid        not null,
    location_id   uuid,
    uom           text        not null,
    good          numeric     not null,
    scrap         numeric     not null,
    occurred_at   timestamptz not null,
    recorded_at   timestamptz not null,
    constraint production_output_pk primary key (tenant_id, id),
    constraint production_output_work_order_fk
        foreign key (tenant_id, work_order_id) references work_order (tenant_id, id)
);

create index production_output_occurred_at on production_output (tenant_id, occurred_at);
create index production_output_work_order on production_output (tenant_id, work_order_id);

alter table production_output enable row level security;
alter table production_output force row level security;
create policy tenant_isolation on production_output
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
