-- What one run's ABC classification was made with.
create table abc_run (
    tenant_id       text        not null,
    run_id          uuid        not null,
    window_days     integer     not null,
    window_start    timestamptz not null,
    window_end      timestamptz not null,
    a_percent       numeric     not null,
    b_percent       numeric     not null,
    currency        text        not null,
    formula_version text        not null,
    constraint abc_run_pk primary key (tenant_id, run_id)
);

create table abc_result (
    tenant_id             text           not null,
    run_id                uuid           not null,
    -- By falling value, then sku: the order in which the rows are shown and the percentage accumulates.
    position              integer        not null,
    item_id               uuid           not null,
    total_value           numeric(30, 6) not null,
    cumulative_percentage numeric(5, 2),
    abc_class             text           not null,
    previous_class        text,
    changed_at            timestamptz    not null,
    reason                text,
    warnings              text[]         not null,
    constraint abc_result_pk primary key (tenant_id, run_id, position),
    constraint abc_result_item unique (tenant_id, run_id, item_id),
    constraint abc_result_class_known check (abc_class in ('A', 'B', 'C')),
    constraint abc_result_previous_class_known check (previous_class in ('A', 'B', 'C'))
);

alter table abc_run enable row level security;
alter table abc_run force row level security;
create policy tenant_isolation on abc_run
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

alter table abc_result enable row level security;
alter table abc_result force row level security;
create policy tenant_isolation on abc_result
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
