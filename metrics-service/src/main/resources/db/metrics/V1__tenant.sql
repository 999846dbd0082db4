-- Every tenant that a record has ever named. No row-level security: the nightly job has no caller and must find the
-- tenants before it can act for each of them; a row holds nothing but the id and two times.
create table tenant (
    tenant_id     text        not null,
    first_seen_at timestamptz not null,
    -- The last scheduled instant whose run has been started.
    nightly_at    timestamptz,
    constraint tenant_pk primary key (tenant_id)
);

-- How a tenant's figures are to be computed; without a row, the defaults of TenantSettings.
create table tenant_settings (
    tenant_id           text        not null,
    zone                text        not null,
    currency            text        not null,
    abc_a_percent       numeric     not null,
    abc_b_percent       numeric     not null,
    slow_threshold_days integer     not null,
    dead_threshold_days integer     not null,
    aging_buckets       integer[]   not null,
    -- The record that these values are from: see MasterDataTable.
    event_id            uuid        not null,
    recorded_at         timestamptz not null,
    record_partition    integer     not null,
    record_offset       bigint      not null,
    constraint tenant_settings_pk primary key (tenant_id)
);

alter table tenant_settings enable row level security;
alter table tenant_settings force row level security;
create policy tenant_isolation on tenant_settings
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
