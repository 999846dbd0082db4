import type { Fact } from '../../../shared/table/facts';
import { itemFacts, type LinkToItem } from '../itemFacts';
import styles from '../metrics.module.css';
import { sentence } from '../words';
import type { AgedStock, InventoryAging } from './api';
import { bucketLabel, BUCKETS, QUANTITIES } from './buckets';

/** The columns that the list can be sorted by. */
export const AGING_SORTS = [
  'name',
  'locationCode',
  'lotCode',
  ...QUANTITIES,
  'oldestAgeDays',
  'averageAgeDays',
  'value',
  'warnings',
] as const;

export function agingFacts(
  linkTo: LinkToItem,
  { currency, agingBuckets }: Pick<InventoryAging, 'currency' | 'agingBuckets'>,
): readonly Fact<AgedStock>[] {
  return [
    ...itemFacts<AgedStock>(linkTo),
    { key: 'locationId', title: 'Location id', value: ({ locationId }) => locationId, isFileOnly: true },
    { key: 'locationCode', title: 'Location', value: ({ locationCode }) => locationCode },
    { key: 'lotCode', title: 'Lot', isExtra: true, value: ({ lotCode }) => lotCode },
    ...QUANTITIES.map((key, index): Fact<AgedStock> => ({
      key,
      title: bucketLabel(BUCKETS[index] ?? '1', agingBuckets),
      isNumber: true,
      isExtra: true,
      value: (row) => row[key],
    })),
    { key: 'oldestAgeDays', title: 'Oldest, days', isNumber: true, value: (row) => row.oldestAgeDays },
    {
      key: 'averageAgeDays',
      title: 'Average, days',
      isNumber: true,
      isExtra: true,
      value: ({ averageAgeDays }) => averageAgeDays,
    },
    {
      key: 'value',
      title: currency === null ? 'Value' : `Value, ${currency}`,
      isNumber: true,
      digits: 2,
      value: ({ value }) => value,
    },
    { key: 'currency', title: 'Currency', value: () => currency, isFileOnly: true },
    {
      key: 'warnings',
      title: 'Remarks',
      isExtra: true,
      value: ({ warnings }) => warnings.join(' ') || null,
      cell: ({ warnings }) => <span className={styles.warning}>{sentence(warnings)}</span>,
    },
  ];
}
