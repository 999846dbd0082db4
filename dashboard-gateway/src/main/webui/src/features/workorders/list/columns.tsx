import { Link } from '@tanstack/react-router';
import { Changed } from '../../../shared/Changed';
import type { Column } from '../../../shared/DataTable';
import { percent, quantity } from '../../../shared/format';
import { useNow } from '../../../shared/useNow';
import { Instant } from '../Instant';
import { ItemName } from '../Names';
import { ProgressBar } from '../ProgressBar';
import type { OrdersSearch } from '../search';
import { isOpen, yieldPercent, type WorkOrder } from '../shapes';
import { StatusBadge } from '../StatusBadge';
import styles from '../workorders.module.css';

/** @param search stays in the addresses that the rows lead to */
export function orderColumns(search: OrdersSearch): readonly Column<WorkOrder>[] {
  return [
    {
      key: 'number',
      title: 'Number',
      cell: ({ id, number }) => (
        <Link className="row-link" to="/work-orders/$orderId" params={{ orderId: id }} search={search}>
          {number}
        </Link>
      ),
    },
    { key: 'item', title: 'Makes', cell: ({ outputItemId }) => <ItemName id={outputItemId} sku /> },
    {
      key: 'status',
      title: 'Status',
      cell: ({ status }) => (
        <Changed value={status}>
          <StatusBadge status={status} />
        </Changed>
      ),
    },
    { key: 'progress', title: 'Progress', cell: (order) => <ProgressBar order={order} /> },
    {
      key: 'completed',
      title: 'Completed',
      isNumber: true,
      cell: (order) => <Amount value={order.quantityCompleted} uom={order.outputUom} />,
    },
    {
      key: 'planned',
      title: 'Planned',
      isNumber: true,
      cell: (order) => <Amount value={order.quantityPlanned} uom={order.outputUom} />,
    },
    { key: 'yield', title: 'Yield', isNumber: true, isExtra: true, cell: yieldOf },
    { key: 'due', title: 'Due', cell: (order) => <Due order={order} /> },
    {
      key: 'created',
      title: 'Created',
      isExtra: true,
      cell: ({ createdAt }) => <Instant at={createdAt} />,
    },
  ];
}

function Amount({ value, uom }: { value: number; uom: string }) {
  return (
    <>
      <Changed value={value}>{quantity(value)}</Changed>
      <span className={styles.muted}>{` ${uom}`}</span>
    </>
  );
}

function yieldOf(order: WorkOrder): string {
  const value = yieldPercent(order);
  return value === null ? '–' : percent(value);
}

/** Says that an order is late when its time has come, though nothing has happened to it. */
function Due({ order: { status, scheduledDueAt } }: { order: WorkOrder }) {
  const now = useNow(30_000);
  const late = scheduledDueAt !== null && isOpen(status) && Date.parse(scheduledDueAt) < now;
  return (
    <>
      <Instant at={scheduledDueAt} />
      {late ? <span className={styles.late}>overdue</span> : null}
    </>
  );
}
