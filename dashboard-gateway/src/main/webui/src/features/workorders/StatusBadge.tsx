import { statusName } from '../../shared/format';
import styles from './workorders.module.css';

const COLORS: Readonly<Record<string, string>> = {
  draft: 'var(--status-draft)',
  released: 'var(--status-released)',
  in_progress: 'var(--status-progress)',
  completed: 'var(--status-completed)',
  closed: 'var(--status-closed)',
  canceled: 'var(--status-canceled)',
  posted: 'var(--status-completed)',
  voided: 'var(--status-canceled)',
};

/** Where an order or a posting stands: a word, which the color only repeats. */
export function StatusBadge({ status }: { status: string }) {
  return (
    <span className={styles.status}>
      <span className={styles.dot} style={{ background: COLORS[status] ?? 'var(--ink-muted)' }} />
      {statusName(status)}
    </span>
  );
}
