import { Changed } from '../../../shared/Changed';
import { dayOf } from '../../../shared/format';
import type { Fact } from '../../../shared/table/facts';
import { itemFacts, type LinkToItem } from '../itemFacts';
import styles from '../metrics.module.css';
import { sentence, words } from '../words';
import type { SlowDeadItem, SlowDeadStock } from './api';
import { stateColor } from './states';

/** The columns that the list can be sorted by. */
export const SLOW_DEAD_SORTS = [
  'name',
  'state',
  'daysSinceLastMovement',
  'lastMovementAt',
  'lastOutflowAt',
  'onHandQuantity',
  'tiedUpValue',
  'warnings',
] as const;

export function slowDeadFacts(
  linkTo: LinkToItem,
  { currency, zone }: Pick<SlowDeadStock, 'currency' | 'zone'>,
): readonly Fact<SlowDeadItem>[] {
  return [
    ...itemFacts<SlowDeadItem>(linkTo),
    {
      key: 'state',
      title: 'State',
      value: ({ state }) => state,
      cell: ({ state }) => (
        <span className={styles.state}>
          <span className={styles.badge} style={{ background: stateColor(state) }} />
          <Changed value={state}>{words(state)}</Changed>
        </span>
      ),
    },
    {
      key: 'daysSinceLastMovement',
      title: 'Days without use',
      isNumber: true,
      value: ({ daysSinceLastMovement }) => daysSinceLastMovement,
    },
    timeFact('lastOutflowAt', 'Last used', zone),
    timeFact('lastMovementAt', 'Last moved', zone),
    {
      key: 'onHandQuantity',
      title: 'On hand',
      isNumber: true,
      value: ({ onHandQuantity }) => onHandQuantity,
    },
    {
      key: 'tiedUpValue',
      title: currency === null ? 'Tied-up value' : `Tied-up value, ${currency}`,
      isNumber: true,
      digits: 2,
      value: ({ tiedUpValue }) => tiedUpValue,
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

function timeFact(
  key: 'lastOutflowAt' | 'lastMovementAt',
  title: string,
  zone: string | null,
): Fact<SlowDeadItem> {
  return {
    key,
    title,
    isExtra: true,
    value: (row) => row[key],
    cell: (row) => {
      const instant = row[key];
      return instant === null ? 'Never' : dayOf(instant, zone);
    },
  };
}
