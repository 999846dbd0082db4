import { lazy, Suspense } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { day } from '../../shared/format';
import { Panel } from '../../shared/Panel';
import { Segmented } from '../../shared/Segmented';
import { ViewToggle } from '../../shared/ViewToggle';
import { trendBars, unitsOf, type TrendBar } from './buckets';
import { Legend } from './Legend';
import { BUCKETS, type Bucket } from './search';
import type { ProductionOverview } from './shapes';
import { TrendTable } from './TrendTable';
import { useOverviewSearch } from './useSearch';

const TrendChart = lazy(() =>
  import('../../charts/TrendChart').then((module) => ({ default: module.TrendChart })),
);

const BUCKET_CHOICES = BUCKETS.map((value) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
}));

export function OutputTrend({ query }: { query: UseQueryResult<ProductionOverview> }) {
  const { search, go } = useOverviewSearch();
  const { data } = query;
  const units = data ? unitsOf(data.volumeTrend) : [];
  const unit = units.find((one) => one === search.uom) ?? units[0];
  return (
    <Panel
      area="trend"
      title="Output"
      note={data ? `${unit ?? 'Quantity'}, ${day(data.from)} to ${day(data.to)}` : 'Good quantity and scrap'}
      query={query}
      isEmpty={() => unit === undefined}
      empty="Nothing was completed in this time. The first completion posted appears here by itself."
      actions={
        <>
          {units.length > 1 ? (
            <Segmented
              label="Unit of measure"
              choices={units.map((value) => ({ value, label: value }))}
              value={unit ?? ''}
              onChange={(uom) => go({ uom })}
            />
          ) : null}
          <Segmented
            label="Output by"
            choices={BUCKET_CHOICES}
            value={search.by ?? 'day'}
            onChange={(by) => go({ by })}
          />
          <ViewToggle
            of="Output"
            view={search.trend ?? 'chart'}
            onView={(view) => go({ trend: view === 'table' ? view : undefined })}
          />
        </>
      }
    >
      {(overview) => <Trend overview={overview} unit={unit ?? ''} by={search.by ?? 'day'} />}
    </Panel>
  );
}

function Trend({ overview, unit, by }: { overview: ProductionOverview; unit: string; by: Bucket }) {
  const { search, href, go } = useOverviewSearch();
  const days = overview.volumeTrend.filter(({ uom }) => uom === unit);
  const bars = trendBars(days, overview.from, overview.to, by);
  if (search.trend === 'table') {
    return <TrendTable bars={bars} unit={unit} when={when} />;
  }
  // A bar leads into its own time, one step finer.
  const narrowed = ({ from, to }: TrendBar) => ({ from, to, by: undefined });
  return (
    <>
      <Suspense fallback={<div style={{ minHeight: 264 }} />}>
        <TrendChart
          label={`Output in ${unit} by ${by}, days in ${overview.zone}`}
          unit={unit}
          zone={overview.zone}
          marks={bars.map((bar) => ({
            key: bar.from,
            label: bar.label,
            when: when(bar),
            good: bar.good,
            scrap: bar.scrap,
            link: { href: href(narrowed(bar)), follow: () => go(narrowed(bar)) },
          }))}
        />
      </Suspense>
      <Legend
        entries={[
          { label: 'Good', color: 'var(--series-good)' },
          { label: 'Scrap', color: 'var(--series-scrap)' },
        ]}
      />
    </>
  );
}

function when({ from, to }: TrendBar): string {
  return from === to ? day(from, 'long') : `${day(from)} to ${day(to, 'long')}`;
}
