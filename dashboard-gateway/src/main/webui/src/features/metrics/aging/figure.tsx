import { lazy } from 'react';
import type { Figure } from '../../../charts/ChartPanel';
import { count, quantity } from '../../../shared/format';
import type { PageLink } from '../../../shared/routing/link';
import { LinkTo } from '../../../shared/routing/LinkTo';
import type { InventoryAging } from './api';
import { bucketTotals, type Bucket, type BucketTotal } from './buckets';

const BarChart = lazy(() =>
  import('../../../charts/BarChart').then((module) => ({ default: module.BarChart })),
);

export const AGING_FORMULA =
  'Stock is taken first in, first out: what is left is the youngest. Age = calendar days since it was received or ' +
  'made; a transfer keeps it. Value = each receipt at its own cost.';

/** What the stock of each age is worth. */
export function agingFigure(
  aging: InventoryAging,
  linkTo: (bucket: Bucket) => PageLink,
  selected: Bucket | undefined,
): Figure<BucketTotal> {
  const { asOf, runId, currency } = aging;
  const totals = bucketTotals(aging);
  const unit = currency ?? 'value';
  return {
    ...{ asOf, runId },
    note: `Value of the stock in ${currency ?? "the tenant's currency"} by age`,
    filters: totals.filter(({ bucket }) => bucket === selected).map(({ label }) => `${label} is marked`),
    legend: [],
    rows: totals,
    rowKey: ({ bucket }) => bucket,
    facts: [
      {
        key: 'bucket',
        title: 'Age',
        value: ({ label }) => label,
        cell: ({ bucket, label }) => <LinkTo link={linkTo(bucket)}>{label}</LinkTo>,
      },
      { key: 'items', title: 'Items', isNumber: true, value: ({ items }) => items },
      { key: 'value', title: `Value, ${unit}`, isNumber: true, digits: 2, value: ({ value }) => value },
    ],
    chart: (
      <BarChart
        label="Value of the stock by age"
        axis={`Value, ${unit}`}
        marks={totals.map(({ bucket, label, color, items, value }) => {
          const details = [items === 1 ? '1 item' : `${count(items)} items`, `${quantity(value)} ${unit}`];
          return {
            ...{ key: bucket, label, details },
            name: `${label}: ${details.join(', ')}`,
            parts: [{ value, color }],
            figure: quantity(value),
            selected: bucket === selected,
            link: linkTo(bucket),
          };
        })}
      />
    ),
  };
}
