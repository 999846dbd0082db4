import { useLiveQuery } from '../../live/react/LiveContext';
import { useApi } from '../../shared/ApiContext';
import { dateTime, duration, statusName } from '../../shared/format';
import { Panel } from '../../shared/Panel';
import { LinkTo } from '../../shared/routing/LinkTo';
import { usePageLink } from '../../shared/routing/usePage';
import { FactTable } from '../../shared/table/FactTable';
import type { Fact } from '../../shared/table/facts';
import { lastRunsQuery, type Run } from './runs';

/** When the metrics were calculated last, and how it went. */
export function LastRuns() {
  const query = useLiveQuery(lastRunsQuery(useApi()));
  const page = usePageLink();
  const facts: readonly Fact<Run>[] = [
    {
      key: 'startedAt',
      title: 'Started',
      value: ({ startedAt }) => startedAt,
      cell: ({ runId, startedAt }) => (
        <LinkTo link={page(`/runs/${runId}`)} className="row-link">
          {dateTime(startedAt)}
        </LinkTo>
      ),
    },
    { key: 'status', title: 'Outcome', value: ({ status }) => statusName(status) },
    {
      key: 'trigger',
      title: 'Started by',
      isExtra: true,
      value: ({ trigger }) => (trigger === null ? null : statusName(trigger)),
    },
    {
      key: 'duration',
      title: 'Took',
      isNumber: true,
      value: ({ startedAt, finishedAt }) =>
        finishedAt === null ? null : duration(Date.parse(finishedAt) - Date.parse(startedAt)),
    },
  ];
  return (
    <Panel
      area="runs"
      title="Last metrics runs"
      note="Nightly at 02:00 UTC, and whenever a planner asks"
      query={query}
      isEmpty={({ data }) => data.length === 0}
      empty="The metrics have not been calculated yet."
    >
      {({ data }) => (
        <FactTable
          label="Last metrics runs"
          facts={facts}
          rows={data}
          rowKey={({ runId }) => runId}
          isCompact
        />
      )}
    </Panel>
  );
}
