import { TablePanel } from '../../charts/TablePanel';
import { useLiveQuery } from '../../live/react/LiveContext';
import { useApi } from '../../shared/ApiContext';
import { Changed } from '../../shared/Changed';
import { dateTime, quantity } from '../../shared/format';
import { FactTable } from '../../shared/table/FactTable';
import type { Fact } from '../../shared/table/facts';
import { balancesQuery, type Balance } from './api';
import styles from './inventory.module.css';

/** What there is of an item now. */
export function BalancesPanel({ itemId, zone }: { itemId: string; zone: string | undefined }) {
  const query = useLiveQuery(balancesQuery(useApi(), itemId));
  const rows = query.data?.data ?? [];
  const unit = rows[0]?.uom;
  const onHand = rows.reduce((sum, row) => sum + row.quantity, 0);
  const facts: readonly Fact<Balance>[] = [
    { key: 'locationCode', title: 'Location', value: ({ locationCode }) => locationCode },
    { key: 'locationId', title: 'Location id', value: ({ locationId }) => locationId, isFileOnly: true },
    { key: 'lotCode', title: 'Lot', value: ({ lotCode }) => lotCode },
    {
      key: 'quantity',
      title: 'On hand',
      isNumber: true,
      value: (row) => row.quantity,
      cell: (row) => (
        <>
          <Changed value={row.quantity}>{quantity(row.quantity)}</Changed>
          <span className={styles.muted}>{` ${row.uom}`}</span>
        </>
      ),
    },
    { key: 'uom', title: 'Unit', value: ({ uom }) => uom, isFileOnly: true },
    {
      key: 'updatedAt',
      title: 'Last changed',
      isExtra: true,
      value: ({ updatedAt }) => updatedAt,
      cell: ({ updatedAt }) => dateTime(updatedAt, zone),
    },
  ];
  return (
    <TablePanel
      title="On hand"
      note={unit === undefined ? 'Now' : `${quantity(onHand)} ${unit} now`}
      query={query}
      empty="There is none of it in stock."
      facts={facts}
      rows={rows}
    >
      {() => (
        <FactTable
          label="On hand"
          facts={facts}
          rows={rows}
          rowKey={({ locationId, lotCode }) => `${locationId} ${lotCode ?? ''}`}
          isCompact
        />
      )}
    </TablePanel>
  );
}
