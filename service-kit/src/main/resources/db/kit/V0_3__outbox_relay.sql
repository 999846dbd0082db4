-- Which replica relays: one row. The id makes the name of the relay's producer unique to this database; the term counts
-- the takeovers; whoever holds the lease renews it well before it expires.
create table outbox_relay (
    id         uuid        not null default gen_random_uuid(),
    holder     text,
    term       bigint      not null,
    expires_at timestamptz not null,
    only_row   boolean     not null default true,
    constraint outbox_relay_pk primary key (only_row),
    constraint outbox_relay_only_row check (only_row)
);

insert into outbox_relay (term, expires_at) values (0, '-infinity');

-- Whether an earlier event of the same subject was set aside is asked for every event that is relayed.
create index outbox_refused_subject on outbox_refused (tenant_id, topic, subject);
