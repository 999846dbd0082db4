import type { LegendEntry } from '../export/caption';
import styles from './Legend.module.css';

export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return entries.length === 0 ? null : (
    <ul className={styles.legend}>
      {entries.map(({ label, color, detail }) => (
        <li key={label}>
          <span className={styles.swatch} style={{ background: color }} />
          <span>
            {label}
            {detail === undefined ? null : <span className={styles.detail}>{` ${detail}`}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
