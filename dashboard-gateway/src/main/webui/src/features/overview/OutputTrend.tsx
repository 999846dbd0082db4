import type { UseQueryResult } from '@tanstack/react-query';
import { lazy } from 'react';
import { ChartPanel, type Figure } from '../../charts/ChartPanel';
import { day } from '../../shared/format';
import type { PageLink } from '../../shared/routing/link';
import { Segmented } from '../../shared/Segmented';
import { trendBars, unitsOf, type TrendBar } from './buckets';
import { BUCKETS, type Bucket } from './search';
import type { ProductionOverview } from './shapes';
import { trendFacts, when } from './trendFacts';
import { useFilterWords } from './useFilterWords';
import { useLinkToTime } from './useLinkToTime';
import { useOverviewSearch } from './useOverviewSearch';

const TrendChart = lazy(() =>
  import('../../charts/TrendChart').then((module) => ({ default: module.TrendChart })),
);

const BUCKET_CHOICES = BUCKETS.map((value) => ({
  value,
  label: value.charAt(0).toUpperCase() + value.slice(1),
}));

const FORMULA =
  'Good quantity and scrap of all postings, on the day on which they happened, in the time zone of the plant. ' +
  'Each unit of measure by itself: pieces and kilograms do not add up.';

export function OutputTrend({ query }: { query: UseQueryResult<ProductionOverview> }) {
  const { search, go } = useOverviewSearch();
  const { data } = query;
  const filters = useFilterWords();
  const linkTo = useLinkToTime();
  const units = data ? unitsOf(data.volumeTrend) : [];
  const unit = units.find((one) => one === search.uom) ?? units[0];
  const by = search.by ?? 'day';
  return (
    <ChartPanel
      area="trend"
      title="Output"
      query={query}
      isEmpty={() => unit === undefined}
      empty="Nothing was completed in this time. The first completion posted appears here by itself."
      formula={FORMULA}
      view={search.trend ?? 'chart'}
      onView={(view) => go({ trend: view === 'table' ? view : undefined })}
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
            value={by}
            onChange={(next) => go({ by: next })}
          />
        </>
      }
      figure={(overview) => trendFigure(overview, unit ?? 'Quantity', by, filters, linkTo)}
    />
  );
}

function trendFigure(
  overview: ProductionOverview,
  unit: string,
  by: Bucket,
  filters: readonly string[],
  linkTo: (bar: TrendBar) => PageLink,
): Figure<TrendBar> {
  const { from, to, zone, asOf } = overview;
  const days = overview.volumeTrend.filter(({ uom }) => uom === unit);
  const bars = trendBars(days, from, to, by);
  return {
    ...{ filters, asOf },
    note: `${unit} per ${by}, ${day(from)} to ${day(to)}`,
    legend: [
      { label: 'Good', color: 'var(--series-good)' },
      { label: 'Scrap', color: 'var(--series-scrap)' },
    ],
    facts: trendFacts(unit, zone, linkTo),
    // Newest first: that is what a reader of rows looks for.
    rows: [...bars].reverse(),
    rowKey: (bar) => bar.from,
    chart: (
      <TrendChart
        label={`Output in ${unit} by ${by}, days in ${zone}`}
        unit={unit}
        zone={zone}
        marks={bars.map((bar) => ({
          key: bar.from,
          label: bar.label,
          when: when(bar),
          good: bar.good,
          scrap: bar.scrap,
          link: linkTo(bar),
        }))}
      />
    ),
  };
}
