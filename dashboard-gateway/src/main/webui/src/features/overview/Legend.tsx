import styles from './overview.module.css';

export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly detail?: string;
}

export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className={styles.legend}>
      {entries.map(({ label, color, detail }) => (
        <li key={label}>
          <span className={styles.swatch} style={{ background: color }} />
          <span>
            {label}
            {detail === undefined ? null : <span className={styles.muted}>{` ${detail}`}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
