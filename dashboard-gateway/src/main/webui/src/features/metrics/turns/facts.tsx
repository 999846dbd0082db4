import type { Fact } from '../../../shared/table/facts';
import { itemFacts, type LinkToItem } from '../itemFacts';
import styles from '../metrics.module.css';
import { sentence } from '../words';
import type { TurnsItem } from './api';

const FIGURES = [
  ['annualizedTurns', 'Turns a year'],
  ['turns', 'Turns in window'],
  ['doiDays', 'Days of inventory'],
  ['daysOfSupply', 'Days of supply'],
  ['totalOutflowQty', 'Outflow'],
  ['avgOnHandQty', 'Average on hand'],
  ['avgDailyOutflow', 'Outflow a day'],
] as const;

/** The columns that the list can be sorted by. */
export const TURNS_SORTS = ['name', ...FIGURES.map(([key]) => key), 'reason'] as const;

export function turnsFacts(linkTo: LinkToItem, windowDays: number | null): readonly Fact<TurnsItem>[] {
  return [
    ...itemFacts<TurnsItem>(linkTo),
    ...FIGURES.map(([key, title], index): Fact<TurnsItem> => ({
      key,
      title,
      isNumber: true,
      // The amounts that the figures are made of come last, and leave first.
      isExtra: index > 3,
      ...(index > 3 ? {} : { digits: 2 }),
      value: (row) => row[key],
    })),
    { key: 'windowDays', title: 'Window', value: () => windowDays, isFileOnly: true },
    {
      key: 'hadNegative',
      title: 'Had negative stock',
      value: ({ hadNegative }) => String(hadNegative),
      isFileOnly: true,
    },
    {
      key: 'reason',
      title: 'Remarks',
      isExtra: true,
      value: ({ reason }) => reason,
      cell: ({ reason, hadNegative, warnings }) => (
        <span className={styles.warning}>
          {sentence([reason, ...(hadNegative ? ['HAD_NEGATIVE'] : []), ...warnings])}
        </span>
      ),
    },
    {
      key: 'warnings',
      title: 'Warnings',
      value: ({ warnings }) => warnings.join(' ') || null,
      isFileOnly: true,
    },
  ];
}
