-- Where stock lies.
create table location (
    tenant_id  text        not null,
    id         uuid        not null,
    code       text        not null,
    name       text        not null,
    role       text,
    created_at timestamptz not null,
    constraint location_pk primary key (tenant_id, id),
    constraint location_code_key unique (tenant_id, code)
);

alter table location enable row level security;
alter table location force row level security;
create policy tenant_isolation on location
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
