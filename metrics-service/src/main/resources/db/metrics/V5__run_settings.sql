-- What a run was computed with is the same for all its metrics, so it is the run's; abc_run said it for one of them.
alter table metrics_run
    add zone          text,
    add currency      text,
    add abc_a_percent numeric,
    add abc_b_percent numeric,
    add aging_buckets integer[];

alter table metrics_run_metric
    add formula_version text not null default 'abc-1';
alter table metrics_run_metric
    alter formula_version drop default,
    add constraint metrics_run_metric_once unique (tenant_id, run_id, metric);

-- A migration has no tenant, and the policies would hide every row from it.
alter table metrics_run no force row level security;
alter table abc_run no force row level security;
alter table tenant_settings no force row level security;

update metrics_run
set parameters = '{"slowThresholdDays": 90, "deadThresholdDays": 180, "turnsWindowDays": 90}' || parameters;

update metrics_run run
set zone = coalesce(
        (select settings.zone from tenant_settings settings where settings.tenant_id = run.tenant_id), 'UTC'),
    currency = abc.currency,
    abc_a_percent = abc.a_percent,
    abc_b_percent = abc.b_percent,
    aging_buckets = array[30, 60, 90]
from abc_run abc
where abc.tenant_id = run.tenant_id and abc.run_id = run.run_id;

alter table metrics_run force row level security;
alter table tenant_settings force row level security;
drop table abc_run;

alter table metrics_run
    add constraint metrics_run_settings_known check (
        status <> 'published'
        or (zone is not null and currency is not null and abc_a_percent is not null and abc_b_percent is not null
            and aging_buckets is not null));
