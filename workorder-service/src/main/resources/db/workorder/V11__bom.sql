-- What an item is made of. A bill never changes: the next one is a new version.
create table bom (
    tenant_id       text        not null,
    id              uuid        not null,
    output_item_id  uuid        not null,
    version         integer     not null,
    output_quantity numeric(18, 6) not null,
    output_uom      text        not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    constraint bom_pk primary key (tenant_id, id),
    constraint bom_version_key unique (tenant_id, output_item_id, version),
    constraint bom_output_item_fk foreign key (tenant_id, output_item_id) references item (tenant_id, id),
    constraint bom_makes_something check (output_quantity > 0)
);

alter table bom enable row level security;
alter table bom force row level security;
create policy tenant_isolation on bom
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

create table bom_line (
    tenant_id         text    not null,
    bom_id            uuid    not null,
    line_no           integer not null,
    component_item_id uuid    not null,
    quantity          numeric(18, 6) not null,
    uom               text    not null,
    scrap_factor      numeric(18, 6) not null,
    constraint bom_line_pk primary key (tenant_id, bom_id, line_no),
    constraint bom_line_component_key unique (tenant_id, bom_id, component_item_id),
    constraint bom_line_bom_fk foreign key (tenant_id, bom_id) references bom (tenant_id, id),
    constraint bom_line_item_fk foreign key (tenant_id, component_item_id) references item (tenant_id, id),
    constraint bom_line_takes_something check (quantity > 0),
    constraint bom_line_scrap_factor_range check (scrap_factor between 0 and 1)
);

alter table bom_line enable row level security;
alter table bom_line force row level security;
create policy tenant_isolation on bom_line
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

alter table work_order
    add column bom_id uuid,
    add constraint work_order_bom_fk foreign key (tenant_id, bom_id) references bom (tenant_id, id);
