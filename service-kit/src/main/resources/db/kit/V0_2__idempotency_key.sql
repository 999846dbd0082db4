-- The first answer to each Idempotency-Key, stored by the transaction that the answer reports on.
create table idempotency_key (
    tenant_id    text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       smallint    not null,
    answer       bytea       not null,
    created_at   timestamptz not null,
    constraint idempotency_key_pk primary key (tenant_id, key)
);

create index idempotency_key_created_at on idempotency_key (created_at);

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy tenant_isolation on idempotency_key
    using (tenant_id = current_setting('andon.tenant_id', true))
    with check (tenant_id = current_setting('andon.tenant_id', true));
