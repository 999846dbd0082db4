import { useLiveQuery } from '../../live/react/LiveContext';
import { useZone } from '../../live/react/useCatalog';
import { useApi } from '../../shared/ApiContext';
import { Changed } from '../../shared/Changed';
import { DataTable, type Column } from '../../shared/DataTable';
import { dateTime, duration, statusName } from '../../shared/format';
import { Panel } from '../../shared/Panel';
import { LinkTo } from '../../shared/routing/LinkTo';
import { usePageLink } from '../../shared/routing/usePage';
import { durationMs, runsQuery, type Run } from './api';
import { RunStatus } from './RunStatus';

const SHOWN = 7;

/** When the metrics were calculated last, and how it went: a panel of the overview. */
export function LastRuns() {
  const query = useLiveQuery(runsQuery(useApi()));
  const page = usePageLink();
  const zone = useZone();
  const columns: readonly Column<Run>[] = [
    {
      key: 'started',
      title: 'Started',
      cell: ({ runId, startedAt }) => (
        <LinkTo link={page(`/runs/${runId}`)} className="row-link">
          {dateTime(startedAt, zone)}
        </LinkTo>
      ),
    },
    {
      key: 'status',
      title: 'Status',
      cell: ({ status }) => (
        <Changed value={status}>
          <RunStatus status={status} />
        </Changed>
      ),
    },
    { key: 'trigger', title: 'Trigger', isExtra: true, cell: ({ trigger }) => statusName(trigger) },
    {
      key: 'duration',
      title: 'Took',
      isNumber: true,
      cell: (run) => {
        const ms = durationMs(run);
        return ms === null ? '–' : duration(ms);
      },
    },
  ];
  return (
    <Panel
      area="runs"
      title="Last metrics runs"
      note="Nightly at 02:00 UTC, and on request"
      query={query}
      isEmpty={({ data }) => data.length === 0}
      empty="The metrics have not been calculated yet."
    >
      {({ data }) => (
        <DataTable
          label="Last metrics runs"
          columns={columns}
          rows={data.slice(0, SHOWN)}
          rowKey={({ runId }) => runId}
          isCompact
        />
      )}
    </Panel>
  );
}
