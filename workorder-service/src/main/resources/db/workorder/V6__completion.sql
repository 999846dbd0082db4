-- Reported output of a work order: a draft until it is posted.
create table completion (
    tenant_id     text        not null,
    id            uuid        not null,
    work_order_id uuid        not null,
    status        text        not null,
    occurred_at   timestamptz,
    notes         text,
    movement_id   uuid,
    created_at    timestamptz not null,
    created_by    text        not null,
    posted_at     timestamptz,
    posted_by     text,
    constraint completion_pk primary key (tenant_id, id),
    constraint completion_work_order_fk foreign key (tenant_id, work_order_id) references work_order (tenant_id, id),
    constraint completion_movement_fk foreign key (tenant_id, movement_id) references stock_movement (tenant_id, id),
    constraint completion_status_known check (status in ('draft', 'posted')),
    constraint completion_posted_has_movement
        check (status = 'draft' or (movement_id is not null and posted_at is not null and occurred_at is not null))
);

create index completion_work_order on completion (tenant_id, work_order_id, id);

alter table completion enable row level security;
alter table completion force row level security;
create policy tenant_isolation on completion
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

create table completion_line (
    tenant_id      text        not null,
    completion_id  uuid        not null,
    line_no        integer     not null,
    output_item_id uuid        not null,
    to_location_id uuid        not null,
    quantity       numeric(18, 6) not null,
    uom            text        not null,
    lot_code       text,
    constraint completion_line_pk primary key (tenant_id, completion_id, line_no),
    constraint completion_line_completion_fk
        foreign key (tenant_id, completion_id) references completion (tenant_id, id),
    constraint completion_line_item_fk foreign key (tenant_id, output_item_id) references item (tenant_id, id),
    constraint completion_line_location_fk
        foreign key (tenant_id, to_location_id) references location (tenant_id, id),
    constraint completion_line_makes_something check (quantity > 0)
);

alter table completion_line enable row level security;
alter table completion_line force row level security;
create policy tenant_isolation on completion_line
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
