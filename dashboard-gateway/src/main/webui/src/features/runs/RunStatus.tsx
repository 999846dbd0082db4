import { statusName } from '../../shared/format';
import styles from './runs.module.css';

const COLORS: Readonly<Record<string, string>> = {
  running: 'var(--status-progress)',
  published: 'var(--status-completed)',
  failed: 'var(--bad)',
};

export function RunStatus({ status }: { status: string }) {
  return (
    <span className={styles.status}>
      <span className={styles.dot} style={{ background: COLORS[status] ?? 'var(--ink-muted)' }} />
      {statusName(status)}
    </span>
  );
}

const FAILURES: Readonly<Record<string, string>> = {
  COMPUTATION_FAILED: 'Computing ended in an error; the log of metrics-service has it under the run’s id.',
  LEASE_EXPIRED: 'The process that computed it is gone.',
};

/** Why a run has no figures, in words and by its code. */
export function RunFailure({ code }: { code: string }) {
  return (
    <span className={styles.refusal}>
      <code>{code}</code>
      {FAILURES[code] === undefined ? null : ` ${FAILURES[code]}`}
    </span>
  );
}
