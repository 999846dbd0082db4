import { expect, it } from 'vitest';
import type { AgedStock, InventoryAging } from './api';
import { bucketLabel, BUCKETS, bucketTotals } from './buckets';

function stock(itemId: string, quantities: readonly number[], bucketValues: readonly number[]): AgedStock {
  const [first = 0, second = 0, third = 0, open = 0] = quantities;
  return {
    ...{ itemId, sku: null, name: null, locationId: 'l', locationCode: null, lotCode: null, value: null },
    ...{ qty0To30Days: first, qty31To60Days: second, qty61To90Days: third, qtyOver90Days: open },
    ...{ oldestAgeDays: null, averageAgeDays: null, bucketValues, warnings: [] },
  };
}

const aging = (data: readonly AgedStock[]): InventoryAging => ({
  ...{ asOf: null, runId: null, windowDays: null, windowStart: null, slowThresholdDays: null },
  ...{ deadThresholdDays: null, currency: null, zone: null, formulaVersion: null, nextCursor: null },
  agingBuckets: [30, 60, 90],
  data,
});

it('adds up what each bucket is worth, and counts its items once', () => {
  const rows = [
    stock('flour', [5, 2, 0, 0], [10, 4, 0, 0]),
    stock('flour', [1, 0, 0, 0], [2, 0, 0, 0]),
    stock('salt', [0, 0, 0, 7], [0, 0, 0, 0.7]),
  ];
  expect(bucketTotals(aging(rows)).map(({ items, value }) => [items, value])).toEqual([
    [1, 12],
    [1, 4],
    [0, 0],
    [1, 0.7],
  ]);
});

it("is named by the tenant's own days", () => {
  const names = (days: readonly number[] | null) => BUCKETS.map((bucket) => bucketLabel(bucket, days));
  expect(names(null)).toEqual(['0 to 30 days', '31 to 60 days', '61 to 90 days', 'Over 90 days']);
  expect(names([7, 14, 21])).toEqual(['0 to 7 days', '8 to 14 days', '15 to 21 days', 'Over 21 days']);
});
