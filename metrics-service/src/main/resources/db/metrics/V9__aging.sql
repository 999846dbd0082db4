create table aging_result (
    tenant_id         text             not null,
    run_id            uuid             not null,
    -- The oldest stock first, equally old by falling value.
    position          integer          not null,
    item_id           uuid             not null,
    location_id       uuid             not null,
    -- Null for stock that belongs to no lot.
    lot_code          text,
    -- One for each bucket, the youngest first.
    bucket_quantities numeric(30, 6)[] not null,
    bucket_values     numeric(30, 6)[] not null,
    oldest_age_days   integer          not null,
    average_age_days  numeric(12, 2)   not null,
    warnings          text[]           not null,
    constraint aging_result_pk primary key (tenant_id, run_id, position),
    constraint aging_result_bin unique nulls not distinct (tenant_id, run_id, item_id, location_id, lot_code)
);

alter table aging_result enable row level security;
alter table aging_result force row level security;
create policy tenant_isolation on aging_result
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
