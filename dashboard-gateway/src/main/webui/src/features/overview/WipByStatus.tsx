import type { UseQueryResult } from '@tanstack/react-query';
import { Changed } from '../../shared/Changed';
import { count, quantity, statusName } from '../../shared/format';
import { Panel } from '../../shared/Panel';
import styles from './overview.module.css';
import type { ProductionOverview, WipStatus } from './shapes';

const COLORS: Readonly<Record<string, string>> = {
  draft: 'var(--status-draft)',
  released: 'var(--status-released)',
  in_progress: 'var(--status-progress)',
  completed: 'var(--status-completed)',
  closed: 'var(--status-closed)',
  canceled: 'var(--status-canceled)',
};

/** Where the work orders stand. */
export function WipByStatus({ query }: { query: UseQueryResult<ProductionOverview> }) {
  return (
    <Panel
      area="wip"
      title="Work orders by status"
      note="Orders, and the quantity planned"
      query={query}
      isEmpty={({ wipStatus }) => wipStatus.every(({ workOrders }) => workOrders === 0)}
      empty="No work orders yet."
    >
      {({ wipStatus }) => <Bars statuses={wipStatus} />}
    </Panel>
  );
}

function Bars({ statuses }: { statuses: readonly WipStatus[] }) {
  const most = Math.max(1, ...statuses.map(({ workOrders }) => workOrders));
  return (
    <table className={styles.bars}>
      <thead className="hidden-text">
        <tr>
          <th scope="col">Status</th>
          <th scope="col">Work orders</th>
          <th scope="col">Planned</th>
        </tr>
      </thead>
      <tbody>
        {statuses.map(({ status, workOrders, quantityPlanned }) => (
          <tr key={status}>
            <th scope="row">{statusName(status)}</th>
            <td className={styles.barCell}>
              <div>
                <span
                  className={styles.bar}
                  style={{
                    width: `${(workOrders / most) * 100}%`,
                    background: COLORS[status] ?? 'var(--ink-muted)',
                  }}
                />
                <Changed value={workOrders}>{count(workOrders)}</Changed>
              </div>
            </td>
            <td className={styles.planned}>
              {quantityPlanned.map((amount) => `${quantity(amount.quantity)} ${amount.uom}`).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
