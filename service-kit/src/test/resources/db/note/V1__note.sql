create table note (
    tenant_id text    not null,
    id        uuid    not null,
    text      text    not null,
    edits     integer not null,
    constraint note_pk primary key (tenant_id, id)
);

alter table note enable row level security;
alter table note force row level security;
create policy tenant_isolation on note
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
