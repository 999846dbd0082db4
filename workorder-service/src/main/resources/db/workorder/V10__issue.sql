-- Material that a work order takes: a draft until it is posted.
create table issue (
    tenant_id     text        not null,
    id            uuid        not null,
    work_order_id uuid        not null,
    status        text        not null,
    occurred_at   timestamptz,
    notes         text,
    movement_id   uuid,
    event_id      uuid,
    created_at    timestamptz not null,
    created_by    text        not null,
    posted_at     timestamptz,
    posted_by     text,
    constraint issue_pk primary key (tenant_id, id),
    constraint issue_work_order_fk foreign key (tenant_id, work_order_id) references work_order (tenant_id, id),
    constraint issue_movement_fk foreign key (tenant_id, movement_id) references stock_movement (tenant_id, id),
    constraint issue_status_known check (status in ('draft', 'posted')),
    constraint issue_posted_has_movement check (
        status = 'draft'
        or (movement_id is not null and event_id is not null and posted_at is not null and occurred_at is not null))
);

create index issue_work_order on issue (tenant_id, work_order_id, id);

alter table issue enable row level security;
alter table issue force row level security;
create policy tenant_isolation on issue
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));

create table issue_line (
    tenant_id         text        not null,
    issue_id          uuid        not null,
    line_no           integer     not null,
    component_item_id uuid        not null,
    from_location_id  uuid        not null,
    quantity          numeric(18, 6) not null,
    uom               text        not null,
    lot_code          text,
    constraint issue_line_pk primary key (tenant_id, issue_id, line_no),
    constraint issue_line_issue_fk foreign key (tenant_id, issue_id) references issue (tenant_id, id),
    constraint issue_line_item_fk foreign key (tenant_id, component_item_id) references item (tenant_id, id),
    constraint issue_line_location_fk
        foreign key (tenant_id, from_location_id) references location (tenant_id, id),
    constraint issue_line_takes_something check (quantity > 0)
);

alter table issue_line enable row level security;
alter table issue_line force row level security;
create policy tenant_isolation on issue_line
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
