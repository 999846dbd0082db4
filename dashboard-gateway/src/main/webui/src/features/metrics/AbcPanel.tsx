import { lazy, Suspense } from 'react';
import { useLiveQuery } from '../../live/react/LiveContext';
import type { MarkLink } from '../../charts/marks';
import { useApi } from '../../shared/ApiContext';
import { Panel } from '../../shared/Panel';
import { ViewToggle } from '../../shared/ViewToggle';
import { AbcClasses } from './AbcClasses';
import { AbcTable } from './AbcTable';
import { abcQuery, type AbcClassification, type AbcItem } from './api';
import { Recalculate } from './Recalculate';

const ParetoChart = lazy(() =>
  import('../../charts/ParetoChart').then((module) => ({ default: module.ParetoChart })),
);

/** More bars than this are hairlines; the table has them all. */
const MOST_BARS = 60;

interface AbcPanelProps {
  readonly view: 'chart' | 'table';
  readonly onView: (view: 'chart' | 'table') => void;
  readonly selectedItem: string | undefined;
  readonly linkToItem: (itemId: string) => MarkLink;
  readonly mayRecalculate: boolean;
}

/** Which items carry the value that leaves the stock. */
export function AbcPanel({ view, onView, selectedItem, linkToItem, mayRecalculate }: AbcPanelProps) {
  const query = useLiveQuery(abcQuery(useApi()));
  return (
    <Panel
      area="abc"
      title="ABC classification"
      note={describeWindow(query.data)}
      query={query}
      isEmpty={({ runId, data }) => runId === null || data.length === 0}
      empty={
        query.data?.runId === null ? 'The metrics have not been calculated yet.' : 'No items to classify.'
      }
      by={({ runId }) => (runId === null ? undefined : `run ${runId.slice(-6)}`)}
      actions={
        <>
          <ViewToggle of="ABC classification" view={view} onView={onView} />
          {mayRecalculate ? <Recalculate shownRunId={query.data?.runId ?? null} /> : null}
        </>
      }
    >
      {({ data, nextCursor }) => (
        <>
          <AbcClasses items={data} partial={nextCursor !== null} />
          {view === 'table' ? (
            <AbcTable items={data} linkToItem={linkToItem} />
          ) : (
            <Suspense fallback={<div style={{ minHeight: 264 }} />}>
              <ParetoChart
                label="Items by value, and their cumulative share"
                marks={data
                  .filter(hasValue)
                  .slice(0, MOST_BARS)
                  .map((item) => ({
                    key: item.itemId,
                    name: `${item.name} (${item.sku})`,
                    value: item.totalValue ?? 0,
                    cumulativePercent: item.cumulativePercentage ?? 0,
                    abcClass: item.abcClass ?? 'none',
                    selected: item.itemId === selectedItem,
                    link: linkToItem(item.itemId),
                  }))}
              />
            </Suspense>
          )}
        </>
      )}
    </Panel>
  );
}

function hasValue({ totalValue }: AbcItem): boolean {
  return (totalValue ?? 0) > 0;
}

function describeWindow(abc: AbcClassification | undefined): string {
  const value = abc?.currency
    ? `Value in ${abc.currency} of what left the stock`
    : 'Value of what left the stock';
  return abc?.windowDays ? `${value}, last ${abc.windowDays} days` : value;
}
