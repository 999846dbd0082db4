import { Link, useParams } from '@tanstack/react-router';
import { useLiveQuery } from '../../live/react/LiveContext';
import { useZone } from '../../live/react/useCatalog';
import { useApi } from '../../shared/ApiContext';
import { DataTable, type Column } from '../../shared/DataTable';
import { count, dateTime, duration, statusName } from '../../shared/format';
import { metricName } from '../../shared/metricNames';
import { Page } from '../../shared/Page';
import { Panel } from '../../shared/Panel';
import { useSearchOf } from '../../shared/routing/search';
import { durationMs, runQuery, type Run, type RunMetric } from './api';
import { Recalculate } from './Recalculate';
import { RunFailure, RunStatus } from './RunStatus';
import { readRunsSearch } from './search';
import styles from './runs.module.css';

/** One run of the metrics job. */
export function RunPage() {
  const { runId } = useParams({ from: '/runs/$runId' });
  const { search, ignored } = useSearchOf(readRunsSearch);
  const query = useLiveQuery(runQuery(useApi(), runId));
  const { data } = query;
  return (
    <Page
      title={`Run …${runId.slice(-6)}`}
      beside={data ? <RunStatus status={data.status} /> : undefined}
      crumbs={[
        <Link key="runs" to="/runs" search={search}>
          Runs
        </Link>,
      ]}
      ignored={ignored}
      actions={<Recalculate />}
    >
      <Panel title="Run" query={query}>
        {(run) => <Facts run={run} />}
      </Panel>
      <Panel
        title="Metrics"
        note="What it computed, in order"
        query={query}
        isEmpty={({ metrics }) => metrics.length === 0}
        empty={data?.status === 'running' ? 'Computing…' : 'No metric was computed.'}
      >
        {({ metrics }) => (
          <DataTable label="Metrics" columns={COLUMNS} rows={metrics} rowKey={({ metric }) => metric} />
        )}
      </Panel>
    </Page>
  );
}

const COLUMNS: readonly Column<RunMetric>[] = [
  { key: 'metric', title: 'Metric', cell: ({ metric }) => metricName(metric) },
  { key: 'items', title: 'Items', isNumber: true, cell: ({ items }) => count(items) },
  { key: 'took', title: 'Took', isNumber: true, cell: ({ durationMs: ms }) => duration(ms) },
];

function Facts({ run }: { run: Run }) {
  const zone = useZone();
  const ms = durationMs(run);
  const facts: readonly (readonly [string, string])[] = [
    ['Started', dateTime(run.startedAt, zone)],
    ['Finished', run.finishedAt === null ? '–' : dateTime(run.finishedAt, zone)],
    ['Took', ms === null ? '–' : duration(ms)],
    ['Trigger', statusName(run.trigger)],
    ['As of', dateTime(run.asOf, zone)],
    ...Object.entries(run.parameters).map(([name, value]) => [statusName(name), shown(value)] as const),
    ['Id', run.runId],
  ];
  return (
    <>
      {run.failure === null ? null : (
        <p>
          <RunFailure code={run.failure} />
        </p>
      )}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
