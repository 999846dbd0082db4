-- A batch is kept as a completion that also issued material. A posted completion can be voided: the opposite is posted,
-- and the completion stays to tell the story.
alter table completion
    add column issue_movement_id      uuid,
    add column event_id               uuid,
    add column void_movement_id       uuid,
    add column void_issue_movement_id uuid,
    add column voided_at              timestamptz,
    add column voided_by              text,
    add column void_reason            text,
    add constraint completion_issue_movement_fk
        foreign key (tenant_id, issue_movement_id) references stock_movement (tenant_id, id),
    add constraint completion_void_movement_fk
        foreign key (tenant_id, void_movement_id) references stock_movement (tenant_id, id),
    add constraint completion_void_issue_movement_fk
        foreign key (tenant_id, void_issue_movement_id) references stock_movement (tenant_id, id),
    drop constraint completion_status_known,
    add constraint completion_status_known check (status in ('draft', 'posted', 'voided')),
    add constraint completion_voided_has_movement check (
        (status = 'voided') = (void_movement_id is not null and voided_at is not null and voided_by is not null));

-- Nothing is undone twice.
create unique index stock_movement_reversed on stock_movement (tenant_id, reverses_movement_id)
    where reverses_movement_id is not null;
