-- The last number given to a work order of each tenant. A row, not a sequence: its lock is held until the commit, so
-- an order that is rolled back leaves no gap.
create table work_order_counter (
    tenant_id   text   not null,
    last_number bigint not null,
    constraint work_order_counter_pk primary key (tenant_id)
);

alter table work_order_counter enable row level security;
alter table work_order_counter force row level security;
create policy tenant_isolation on work_order_counter
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

create table work_order (
    tenant_id                   text        not null,
    id                          uuid        not null,
    number                      bigint      not null,
    status                      text        not null,
    output_item_id              uuid        not null,
    output_uom                  text        not null,
    quantity_planned            numeric(18, 6) not null,
    -- Sums of postings: wider than a single one can be.
    quantity_completed          numeric     not null,
    quantity_scrapped           numeric     not null,
    default_consume_location_id uuid,
    default_produce_location_id uuid,
    scheduled_start_at          timestamptz,
    scheduled_due_at            timestamptz,
    description                 text,
    released_at                 timestamptz,
    completed_at                timestamptz,
    created_at                  timestamptz not null,
    created_by                  text        not null,
    updated_at                  timestamptz not null,
    version                     integer     not null,
    constraint work_order_pk primary key (tenant_id, id),
    constraint work_order_number_key unique (tenant_id, number),
    constraint work_order_output_item_fk foreign key (tenant_id, output_item_id) references item (tenant_id, id),
    constraint work_order_consume_location_fk
        foreign key (tenant_id, default_consume_location_id) references location (tenant_id, id),
    constraint work_order_produce_location_fk
        foreign key (tenant_id, default_produce_location_id) references location (tenant_id, id),
    constraint work_order_status_known
        check (status in ('draft', 'released', 'in_progress', 'completed', 'closed', 'canceled')),
    constraint work_order_plans_something check (quantity_planned > 0),
    constraint work_order_quantities_not_negative check (quantity_completed >= 0 and quantity_scrapped >= 0)
)
-- Every posting updates its order: room on the page keeps the new version beside the old one, out of the indexes.
with (fillfactor = 80);

create index work_order_output_item on work_order (tenant_id, output_item_id, number);
create index work_order_open_due on work_order (tenant_id, scheduled_due_at)
    where status in ('draft', 'released', 'in_progress');

alter table work_order enable row level security;
alter table work_order force row level security;
create policy tenant_isolation on work_order
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

-- Who moved an order from which status to which, and when: written once, with the order's version of that moment.
create table work_order_transition (
    tenant_id     text        not null,
    work_order_id uuid        not null,
    version       integer     not null,
    from_status   text,
    to_status     text        not null,
    at            timestamptz not null,
    by            text        not null,
    constraint work_order_transition_pk primary key (tenant_id, work_order_id, version),
    constraint work_order_transition_order_fk
        foreign key (tenant_id, work_order_id) references work_order (tenant_id, id)
);

alter table work_order_transition enable row level security;
alter table work_order_transition force row level security;
create policy tenant_isolation on work_order_transition
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
