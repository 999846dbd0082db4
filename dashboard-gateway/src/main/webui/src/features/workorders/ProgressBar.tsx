import { percent, quantity } from '../../shared/format';
import { progressPercent, type WorkOrder } from './shapes';
import styles from './workorders.module.css';

/** How much of the plan is made, good output and scrap apart; the figure beside it says it in words. */
export function ProgressBar({ order, large = false }: { order: WorkOrder; large?: boolean }) {
  const { quantityPlanned, quantityCompleted, quantityScrapped, outputUom } = order;
  // Over-production fills the bar: its length is the plan or what was made, whichever is more.
  const whole = Math.max(quantityPlanned, quantityCompleted + quantityScrapped, Number.MIN_VALUE);
  const made = progressPercent(order);
  const label =
    `${percent(made)} of the plan: ${quantity(quantityCompleted)} ${outputUom} good, ` +
    `${quantity(quantityScrapped)} ${outputUom} scrap`;
  return (
    <span className={styles.progress} data-large={large}>
      <span className={styles.track} role="img" aria-label={label}>
        <span style={{ width: `${(quantityCompleted / whole) * 100}%`, background: 'var(--series-good)' }} />
        <span style={{ width: `${(quantityScrapped / whole) * 100}%`, background: 'var(--series-scrap)' }} />
      </span>
      <span className={styles.percent} aria-hidden="true">{`${Math.floor(made)} %`}</span>
    </span>
  );
}
