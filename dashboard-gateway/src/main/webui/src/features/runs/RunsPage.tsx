import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLiveQuery } from '../../live/react/LiveContext';
import { useZone } from '../../live/react/useCatalog';
import { useApi } from '../../shared/ApiContext';
import { Changed } from '../../shared/Changed';
import { DataTable, type Column } from '../../shared/DataTable';
import { dateTime, duration, statusName } from '../../shared/format';
import { metricName } from '../../shared/metricNames';
import { Page } from '../../shared/Page';
import { PageLinks } from '../../shared/PageLinks';
import { Panel } from '../../shared/Panel';
import { useSearchOf } from '../../shared/routing/search';
import { durationMs, runsQuery, type Run } from './api';
import { Recalculate } from './Recalculate';
import { RunFailure, RunStatus } from './RunStatus';
import { readRunsSearch } from './search';
import styles from './runs.module.css';

/** When the inventory metrics were computed, and how that went. */
export function RunsPage() {
  const { search, ignored } = useSearchOf(readRunsSearch);
  const zone = useZone();
  const query = useLiveQuery({
    ...runsQuery(useApi(), search.cursor),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title="Runs" ignored={ignored} actions={<Recalculate />}>
      <Panel
        title="Runs of the metrics job"
        note="Every night at 02:00 UTC, and whenever somebody recalculates; the newest first"
        query={query}
        isEmpty={({ data }) => data.length === 0}
        empty="The metrics have not been calculated yet."
      >
        {({ data, nextCursor }) => (
          <DataTable
            label="Runs"
            columns={columns(zone)}
            rows={data}
            rowKey={({ runId }) => runId}
            footer={<PageLinks of="runs" cursor={search.cursor} nextCursor={nextCursor} />}
          />
        )}
      </Panel>
    </Page>
  );
}

function columns(zone: string | undefined): readonly Column<Run>[] {
  return [
    {
      key: 'started',
      title: 'Started',
      cell: ({ runId, startedAt }) => (
        <Link className="row-link" to="/runs/$runId" params={{ runId }}>
          {dateTime(startedAt, zone)}
        </Link>
      ),
    },
    {
      key: 'status',
      title: 'Status',
      cell: ({ status, failure }) => (
        <>
          <Changed value={status}>
            <RunStatus status={status} />
          </Changed>{' '}
          {failure === null ? null : <RunFailure code={failure} />}
        </>
      ),
    },
    { key: 'trigger', title: 'Trigger', cell: ({ trigger }) => statusName(trigger) },
    { key: 'asOf', title: 'As of', isExtra: true, cell: ({ asOf }) => dateTime(asOf, zone) },
    {
      key: 'metrics',
      title: 'Metrics',
      isExtra: true,
      cell: ({ metrics }) => (
        <span className={styles.muted}>
          {metrics.map(({ metric, durationMs: ms }) => `${metricName(metric)} ${duration(ms)}`).join(', ')}
        </span>
      ),
    },
    {
      key: 'duration',
      title: 'Took',
      isNumber: true,
      cell: (run) => {
        const ms = durationMs(run);
        return ms === null ? '–' : duration(ms);
      },
    },
    { key: 'id', title: 'Run', cell: ({ runId }) => <code>{`…${runId.slice(-6)}`}</code> },
  ];
}
