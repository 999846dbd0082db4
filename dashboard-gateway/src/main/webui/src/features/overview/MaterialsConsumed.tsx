import type { UseQueryResult } from '@tanstack/react-query';
import { TablePanel } from '../../charts/TablePanel';
import { percent } from '../../shared/format';
import { FactTable } from '../../shared/table/FactTable';
import type { Fact } from '../../shared/table/facts';
import styles from './overview.module.css';
import type { MaterialUse, ProductionOverview } from './shapes';
import { skuFacts } from './skuFacts';
import { useLinkToMovements } from './useLinkToMovements';

const MOST_ON_SCREEN = 12;

/** What production took from the stock, and by how much that is off what the bills of materials say. */
export function MaterialsConsumed({ query }: { query: UseQueryResult<ProductionOverview> }) {
  const linkTo = useLinkToMovements(query.data);
  const rows = query.data?.materialsConsumed ?? [];
  const known = rows.some(({ variancePercent }) => variancePercent !== null);
  const facts = [...skuFacts<MaterialUse>(linkTo, 'Consumed'), ...(known ? VARIANCE : [])];
  return (
    <TablePanel
      area="materials"
      title="Materials consumed"
      note={
        rows.length > MOST_ON_SCREEN
          ? `The ${MOST_ON_SCREEN} costliest in the time shown; the file has ${rows.length}`
          : 'In the time shown, the costliest first'
      }
      query={query}
      empty="Nothing was consumed in this time."
      facts={facts}
      rows={rows}
    >
      {() => (
        <FactTable
          label="Materials consumed"
          facts={facts}
          rows={rows.slice(0, MOST_ON_SCREEN)}
          rowKey={({ itemId, uom }) => `${itemId} ${uom}`}
          isCompact
        />
      )}
    </TablePanel>
  );
}

/** Percent; less is what scales and scoops do anyway. */
const WORTH_A_LOOK = 5;

const VARIANCE: readonly Fact<MaterialUse>[] = [
  {
    key: 'expectedQuantity',
    title: 'By the BOM',
    isNumber: true,
    isExtra: true,
    value: ({ expectedQuantity }) => expectedQuantity,
  },
  {
    key: 'variancePercent',
    title: 'Off by',
    isNumber: true,
    value: ({ variancePercent }) => variancePercent,
    cell: ({ variancePercent: off }) =>
      off === null ? (
        '–'
      ) : (
        <span className={Math.abs(off) >= WORTH_A_LOOK ? styles.off : undefined}>
          {`${off > 0 ? '+' : off < 0 ? '−' : ''}${percent(Math.abs(off))}`}
        </span>
      ),
  },
];
