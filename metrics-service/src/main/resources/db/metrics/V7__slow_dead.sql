create table slow_dead_result (
    tenant_id        text           not null,
    run_id           uuid           not null,
    -- What deserves attention first: dead, then slow, each by falling value.
    position         integer        not null,
    item_id          uuid           not null,
    state            text           not null,
    idle_days        integer,
    last_movement_at timestamptz,
    last_outflow_at  timestamptz,
    first_stocked_at timestamptz,
    on_hand          numeric(30, 6) not null,
    tied_up_value    numeric(30, 6) not null,
    warnings         text[]         not null,
    constraint slow_dead_result_pk primary key (tenant_id, run_id, position),
    constraint slow_dead_result_item unique (tenant_id, run_id, item_id),
    constraint slow_dead_result_state_known check (state in ('DEAD', 'SLOW', 'ACTIVE', 'NEW', 'NONE'))
);

alter table slow_dead_result enable row level security;
alter table slow_dead_result force row level security;
create policy tenant_isolation on slow_dead_result
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
