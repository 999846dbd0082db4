import { total } from '../answer';
import type { AgedStock, InventoryAging } from './api';

/** The buckets as the URL names them, the youngest first. */
export const BUCKETS = ['1', '2', '3', '4'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** The last days of the buckets, unless the tenant has others. */
const USUAL_DAYS = [30, 60, 90];

export const QUANTITIES = ['qty0To30Days', 'qty31To60Days', 'qty61To90Days', 'qtyOver90Days'] as const;

const COLORS = ['var(--class-c)', 'var(--class-b)', 'var(--curve)', 'var(--bad)'] as const;

export interface BucketTotal {
  readonly bucket: Bucket;
  readonly label: string;
  readonly color: string;
  /** How many items have stock in it. */
  readonly items: number;
  readonly value: number;
}

export function quantityIn(row: AgedStock, bucket: Bucket): number {
  return row[QUANTITIES[BUCKETS.indexOf(bucket)] ?? 'qty0To30Days'];
}

/** "31 to 60 days", by the tenant's own buckets. */
export function bucketLabel(bucket: Bucket, agingBuckets: readonly number[] | null): string {
  const lastDays = agingBuckets ?? USUAL_DAYS;
  const index = BUCKETS.indexOf(bucket);
  const from = index === 0 ? 0 : (lastDays[index - 1] ?? 0) + 1;
  const to = lastDays[index];
  return to === undefined ? `Over ${from - 1} days` : `${from} to ${to} days`;
}

export function bucketTotals({ data, agingBuckets }: InventoryAging): readonly BucketTotal[] {
  return BUCKETS.map((bucket, index) => {
    const rows = data.filter((row) => quantityIn(row, bucket) > 0);
    return {
      bucket,
      label: bucketLabel(bucket, agingBuckets),
      color: COLORS[index] ?? 'var(--ink-muted)',
      items: new Set(rows.map(({ itemId }) => itemId)).size,
      value: total(data, ({ bucketValues }) => bucketValues[index] ?? 0),
    };
  });
}
