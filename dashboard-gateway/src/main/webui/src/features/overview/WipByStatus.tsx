import type { UseQueryResult } from '@tanstack/react-query';
import { lazy } from 'react';
import { ChartPanel, type Figure } from '../../charts/ChartPanel';
import { count, quantity, statusName } from '../../shared/format';
import type { PageLink } from '../../shared/routing/link';
import { LinkTo } from '../../shared/routing/LinkTo';
import { usePageLink } from '../../shared/routing/usePage';
import type { ProductionOverview, WipStatus } from './shapes';
import { useFilterWords } from './useFilterWords';
import { useOverviewSearch } from './useOverviewSearch';

const BarChart = lazy(() => import('../../charts/BarChart').then((module) => ({ default: module.BarChart })));

const COLORS: Readonly<Record<string, string>> = {
  draft: 'var(--status-draft)',
  released: 'var(--status-released)',
  in_progress: 'var(--status-progress)',
  completed: 'var(--status-completed)',
  closed: 'var(--status-closed)',
  canceled: 'var(--status-canceled)',
};

/** Where the work orders stand. */
export function WipByStatus({ query }: { query: UseQueryResult<ProductionOverview> }) {
  const { search, go } = useOverviewSearch();
  const filters = useFilterWords();
  const page = usePageLink();
  const linkTo = (status: string) => page('/work-orders', { status, item: search.item });
  return (
    <ChartPanel
      area="wip"
      title="Work orders by status"
      query={query}
      isEmpty={({ wipStatus }) => wipStatus.every(({ workOrders }) => workOrders === 0)}
      empty="No work orders yet."
      formula="Work orders that are neither closed nor canceled, by their status now, whatever the time shown."
      view={search.wip ?? 'chart'}
      onView={(view) => go({ wip: view === 'table' ? view : undefined })}
      figure={(overview) => wipFigure(overview, filters, linkTo)}
    />
  );
}

function wipFigure(
  { asOf, wipStatus }: ProductionOverview,
  filters: readonly string[],
  linkTo: (status: string) => PageLink,
): Figure<WipStatus> {
  return {
    ...{ asOf, filters },
    note: 'Number of orders, as they stand now',
    legend: [],
    rows: wipStatus,
    rowKey: ({ status }) => status,
    facts: [
      {
        key: 'status',
        title: 'Status',
        value: ({ status }) => status,
        cell: ({ status }) => <LinkTo link={linkTo(status)}>{statusName(status)}</LinkTo>,
      },
      { key: 'workOrders', title: 'Orders', isNumber: true, value: ({ workOrders }) => workOrders },
      { key: 'quantityPlanned', title: 'Planned', isNumber: true, value: planned },
    ],
    chart: (
      <BarChart
        label="Work orders by status"
        axis="Work orders"
        marks={wipStatus.map((row) => ({
          key: row.status,
          label: statusName(row.status),
          name: `${statusName(row.status)}: ${orders(row)}, planned ${planned(row) ?? 'nothing'}`,
          parts: [{ value: row.workOrders, color: COLORS[row.status] ?? 'var(--ink-muted)' }],
          figure: count(row.workOrders),
          details: [orders(row), `Planned: ${planned(row) ?? 'nothing'}`],
          link: linkTo(row.status),
        }))}
      />
    ),
  };
}

function orders({ workOrders }: WipStatus): string {
  return workOrders === 1 ? '1 work order' : `${count(workOrders)} work orders`;
}

function planned({ quantityPlanned }: WipStatus): string | null {
  const amounts = quantityPlanned.map((amount) => `${quantity(amount.quantity)} ${amount.uom}`);
  return amounts.join(', ') || null;
}
