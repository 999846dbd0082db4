import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { Changed } from '../../../shared/Changed';
import { DataTable, type Column } from '../../../shared/DataTable';
import { percent, quantity } from '../../../shared/format';
import { Panel } from '../../../shared/Panel';
import { executionQuery, requirementsQuery, type Material, type RequiredLine } from '../execution';
import { ItemLink } from '../Names';
import styles from '../workorders.module.css';

type Row = Material & { readonly stock: RequiredLine | undefined };

/** What the order takes by its bill, what it took so far, and whether the rest is in stock. */
export function MaterialsPanel({ orderId }: { orderId: string }) {
  const api = useApi();
  const query = useLiveQuery(executionQuery(api, orderId));
  const stock = useLiveQuery(requirementsQuery(api, orderId)).data?.lines ?? [];
  const hasBill = query.data?.bomId !== null;
  return (
    <Panel
      title="Materials"
      note={hasBill ? 'Issued against what the bill of materials requires' : 'Issued; the order has no bill'}
      query={query}
      isEmpty={({ materials }) => materials.length === 0}
      empty="Nothing is required by a bill, and nothing was issued."
    >
      {({ materials }) => (
        <DataTable
          label="Materials"
          columns={hasBill ? [...BASE, ...OF_BILL] : BASE}
          rows={materials.map((material) => ({
            ...material,
            stock: stock.find(({ componentItemId }) => componentItemId === material.componentItemId),
          }))}
          rowKey={({ componentItemId }) => componentItemId}
        />
      )}
    </Panel>
  );
}

const BASE: readonly Column<Row>[] = [
  {
    key: 'item',
    title: 'Material',
    cell: ({ componentItemId }) => <ItemLink id={componentItemId} />,
  },
  {
    key: 'issued',
    title: 'Issued',
    isNumber: true,
    cell: ({ quantityIssued, uom }) => amount(quantityIssued, uom),
  },
];

const OF_BILL: readonly Column<Row>[] = [
  {
    key: 'required',
    title: 'Required',
    isNumber: true,
    cell: ({ quantityRequired, uom }) => amount(quantityRequired, uom),
  },
  {
    key: 'variance',
    title: 'Variance',
    isNumber: true,
    isExtra: true,
    cell: ({ variancePercent }) => (variancePercent === null ? '–' : percent(variancePercent)),
  },
  {
    key: 'stock',
    title: 'On hand',
    isNumber: true,
    cell: ({ stock, uom }) => (
      <>
        {amount(stock?.quantityOnHand ?? null, uom)}
        {stock !== undefined && stock.quantityShort > 0 ? (
          <span className={styles.late}>{`${quantity(stock.quantityShort)} short`}</span>
        ) : null}
      </>
    ),
  },
];

function amount(value: number | null, uom: string) {
  return value === null ? (
    '–'
  ) : (
    <>
      <Changed value={value}>{quantity(value)}</Changed>
      <span className={styles.muted}>{` ${uom}`}</span>
    </>
  );
}
