-- Events on their way to Kafka. No row-level security: the relay serves every tenant, and no query of a resource
-- reads this table.
create table outbox (
    seq         bigint generated always as identity,
    event_id    uuid        not null,
    tenant_id   text        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    subject     text        not null,
    recorded_at timestamptz not null,
    data        bytea       not null,
    constraint outbox_pk primary key (seq)
)
-- Rows live for milliseconds: vacuum often and cheaply, or the table grows with every event that ever passed.
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

-- Events that the broker will never accept, kept with the reason until somebody looks.
create table outbox_refused (
    seq         bigint      not null,
    event_id    uuid        not null,
    tenant_id   text        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    subject     text        not null,
    recorded_at timestamptz not null,
    data        bytea       not null,
    reason      text        not null,
    refused_at  timestamptz not null default now(),
    constraint outbox_refused_pk primary key (seq)
);
