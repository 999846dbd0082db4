-- What is bought, made and sold.
create table item (
    tenant_id     text        not null,
    id            uuid        not null,
    sku           text        not null,
    name          text        not null,
    item_type     text        not null,
    base_uom      text        not null,
    standard_cost numeric(18, 6),
    currency      text,
    lot_tracked   boolean     not null,
    discrete      boolean     not null,
    active        boolean     not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    version       integer     not null,
    constraint item_pk primary key (tenant_id, id),
    constraint item_sku_key unique (tenant_id, sku),
    constraint item_type_known check (item_type in ('raw', 'finished', 'intermediate')),
    constraint item_cost_not_negative check (standard_cost >= 0),
    constraint item_cost_has_currency check (standard_cost is null or currency is not null)
);

alter table item enable row level security;
alter table item force row level security;
create policy tenant_isolation on item
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
