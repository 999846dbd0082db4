-- Runs of the metrics job. A run computes while it is 'running'; its figures can be seen once it is 'published'.
create table metrics_run (
    tenant_id     text        not null,
    run_id        uuid        not null,
    -- The order in which a tenant's runs began, and, because one runs at a time, in which they were published.
    run_no        bigint      generated always as identity,
    status        text        not null,
    trigger       text        not null,
    as_of         timestamptz not null,
    -- The scheduled instant of a nightly run.
    scheduled_for timestamptz,
    parameters    jsonb       not null,
    started_at    timestamptz not null,
    -- While 'running': until when nobody else may believe that its process has died.
    lease_until   timestamptz not null,
    finished_at   timestamptz,
    failure       text,
    constraint metrics_run_pk primary key (tenant_id, run_id),
    constraint metrics_run_status_known check (status in ('running', 'published', 'failed')),
    constraint metrics_run_trigger_known check (trigger in ('manual', 'nightly')),
    constraint metrics_run_finished check ((status = 'running') = (finished_at is null)),
    constraint metrics_run_failure check ((status = 'failed') = (failure is not null))
);

create unique index metrics_run_one_running on metrics_run (tenant_id) where status = 'running';
-- Every replica's scheduler tries to start the night's run; this index lets one of them.
create unique index metrics_run_once_a_night on metrics_run (tenant_id, scheduled_for) where scheduled_for is not null;
create unique index metrics_run_order on metrics_run (tenant_id, run_no);

create table metrics_run_metric (
    tenant_id   text    not null,
    run_id      uuid    not null,
    position    integer not null,
    metric      text    not null,
    items       integer not null,
    duration_ms bigint  not null,
    constraint metrics_run_metric_pk primary key (tenant_id, run_id, position)
);

alter table metrics_run enable row level security;
alter table metrics_run force row level security;
create policy tenant_isolation on metrics_run
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

alter table metrics_run_metric enable row level security;
alter table metrics_run_metric force row level security;
create policy tenant_isolation on metrics_run_metric
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
