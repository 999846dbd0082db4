import type { UseQueryResult } from '@tanstack/react-query';
import { TablePanel } from '../../charts/TablePanel';
import { FactTable } from '../../shared/table/FactTable';
import type { Fact } from '../../shared/table/facts';
import styles from './overview.module.css';
import type { ProductionOverview, SkuTotal } from './shapes';
import { skuFacts } from './skuFacts';
import { useLinkToMovements } from './useLinkToMovements';

interface Ranked extends SkuTotal {
  readonly rank: 'top' | 'bottom';
}

/** What was made most, and least, of in the time shown. */
export function TopItems({ query }: { query: UseQueryResult<ProductionOverview> }) {
  const linkTo = useLinkToMovements(query.data);
  const facts: readonly Fact<Ranked>[] = [
    { key: 'rank', title: 'Rank', value: ({ rank }) => rank, isFileOnly: true },
    ...skuFacts<Ranked>(linkTo, 'Good quantity'),
  ];
  const rows = query.data === undefined ? [] : ranked(query.data.topBottomSkus);
  return (
    <TablePanel
      area="items"
      title="Top and bottom items"
      note="By good quantity in the time shown, each unit by itself"
      query={query}
      empty="No item was completed in this time."
      facts={facts}
      rows={rows}
    >
      {() => (
        <div className={styles.twoLists}>
          {(['top', 'bottom'] as const).map((rank) => (
            <section key={rank} aria-label={rank === 'top' ? 'Made most' : 'Made least'}>
              <h3>{rank === 'top' ? 'Made most' : 'Made least'}</h3>
              <FactTable
                label={rank === 'top' ? 'Made most' : 'Made least'}
                facts={facts}
                rows={rows.filter((row) => row.rank === rank)}
                rowKey={({ itemId, uom }) => `${itemId} ${uom}`}
                isCompact
              />
            </section>
          ))}
        </div>
      )}
    </TablePanel>
  );
}

function ranked({ top, bottom }: ProductionOverview['topBottomSkus']): readonly Ranked[] {
  return [
    ...top.map((sku): Ranked => ({ ...sku, rank: 'top' })),
    ...bottom.map((sku): Ranked => ({ ...sku, rank: 'bottom' })),
  ];
}
