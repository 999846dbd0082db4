-- A run whose process has died is ended by whoever notices first. Row-level security hides it from somebody who acts for no
-- tenant, so the tenant's row tells where to look. After this migration everywhere, once.
alter table tenant add run_in_progress boolean not null default true;
alter table tenant alter run_in_progress set default false;
create index tenant_run_in_progress on tenant (tenant_id) where run_in_progress;

-- A night's run that was cut off is begun again, so an instant may have several that failed.
drop index metrics_run_once_a_night;
create unique index metrics_run_once_a_night on metrics_run (tenant_id, scheduled_for)
    where scheduled_for is not null and status <> 'failed';

-- For how long an event's id is kept. Days, and not instants, because an index of few values is small.
alter table applied_event add applied_on date not null default current_date;
alter table applied_event alter applied_on drop default;
create index applied_event_age on applied_event (tenant_id, applied_on);
