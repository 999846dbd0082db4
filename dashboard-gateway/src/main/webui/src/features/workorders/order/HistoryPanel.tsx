import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { Panel } from '../../../shared/Panel';
import { historyQuery } from '../api';
import { Instant } from '../Instant';
import { StatusBadge } from '../StatusBadge';
import styles from '../workorders.module.css';

/** What became of the order, step by step. */
export function HistoryPanel({ orderId }: { orderId: string }) {
  const query = useLiveQuery(historyQuery(useApi(), orderId));
  return (
    <Panel title="History" query={query}>
      {({ data }) => (
        <ol className={styles.steps}>
          {data.map(({ to, at, by }) => (
            <li key={`${at} ${to}`}>
              <StatusBadge status={to} />
              <span className={styles.muted}>
                <Instant at={at} />
                {` by ${by}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
