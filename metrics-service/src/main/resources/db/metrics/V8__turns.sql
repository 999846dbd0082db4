create table turns_result (
    tenant_id          text           not null,
    run_id             uuid           not null,
    -- By falling turns, items without any last.
    position           integer        not null,
    item_id            uuid           not null,
    outflow            numeric(30, 6) not null,
    outflow_cost       numeric(30, 6) not null,
    average_on_hand    numeric(30, 6) not null,
    average_value      numeric(30, 6) not null,
    turns              numeric(30, 2),
    annualized_turns   numeric(30, 2),
    avg_daily_outflow  numeric(30, 6) not null,
    doi_days           numeric(30, 2),
    days_of_supply     numeric(30, 2),
    had_negative       boolean        not null,
    reason             text,
    warnings           text[]         not null,
    constraint turns_result_pk primary key (tenant_id, run_id, position),
    constraint turns_result_item unique (tenant_id, run_id, item_id)
);

alter table turns_result enable row level security;
alter table turns_result force row level security;
create policy tenant_isolation on turns_result
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
