import { Changed } from '../../../shared/Changed';
import { dayOf, percent } from '../../../shared/format';
import type { Fact } from '../../../shared/table/facts';
import { itemFacts, type LinkToItem } from '../itemFacts';
import styles from '../metrics.module.css';
import { sentence } from '../words';
import type { AbcClassification, AbcItem } from './api';

/** The columns that the list can be sorted by. */
export const ABC_SORTS = ['name', 'abcClass', 'totalValue', 'cumulativePercentage', 'changedAt'] as const;

export function abcFacts(
  linkTo: LinkToItem,
  { currency, zone }: Pick<AbcClassification, 'currency' | 'zone'>,
): readonly Fact<AbcItem>[] {
  return [
    ...itemFacts<AbcItem>(linkTo),
    {
      key: 'abcClass',
      title: 'Class',
      value: ({ abcClass }) => abcClass,
      cell: ({ abcClass, previousClass }) => (
        <>
          <Changed value={abcClass}>{abcClass ?? '–'}</Changed>
          {previousClass !== null && previousClass !== abcClass ? (
            <span className={styles.muted}>{` was ${previousClass}`}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'previousClass',
      title: 'Class before',
      value: ({ previousClass }) => previousClass,
      isFileOnly: true,
    },
    {
      key: 'totalValue',
      title: currency === null ? 'Usage value' : `Usage value, ${currency}`,
      isNumber: true,
      digits: 2,
      value: ({ totalValue }) => totalValue,
    },
    { key: 'currency', title: 'Currency', value: () => currency, isFileOnly: true },
    {
      key: 'cumulativePercentage',
      title: 'Cumulative',
      isNumber: true,
      value: ({ cumulativePercentage }) => cumulativePercentage,
      cell: ({ cumulativePercentage: share }) => (share === null ? '–' : percent(share)),
    },
    {
      key: 'changedAt',
      title: 'In class since',
      isExtra: true,
      value: ({ changedAt }) => changedAt,
      cell: ({ changedAt }) => (changedAt === null ? '–' : dayOf(changedAt, zone)),
    },
    {
      key: 'reason',
      title: 'Remarks',
      isExtra: true,
      value: ({ reason }) => reason,
      cell: ({ reason, warnings }) => (
        <span className={styles.warning}>{sentence([reason, ...warnings])}</span>
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
