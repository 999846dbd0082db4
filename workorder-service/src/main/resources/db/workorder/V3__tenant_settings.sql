-- How a tenant's days, money and thresholds are meant. A tenant without a row has the defaults.
create table tenant_settings (
    tenant_id           text        not null,
    zone                text        not null,
    currency            text        not null,
    abc_thresholds      numeric[]   not null,
    slow_threshold_days integer     not null,
    dead_threshold_days integer     not null,
    aging_buckets       integer[]   not null,
    updated_at          timestamptz not null,
    updated_by          text        not null,
    constraint tenant_settings_pk primary key (tenant_id),
    constraint tenant_settings_two_abc_thresholds check (cardinality(abc_thresholds) = 2),
    constraint tenant_settings_slow_before_dead check (0 < slow_threshold_days and slow_threshold_days < dead_threshold_days)
);

alter table tenant_settings enable row level security;
alter table tenant_settings force row level security;
create policy tenant_isolation on tenant_settings
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
