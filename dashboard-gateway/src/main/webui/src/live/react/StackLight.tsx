import styles from './LiveIndicator.module.css';

export type Lamp = 'green' | 'amber' | 'red' | 'off';

/** The lamp on top of a machine, an andon's ancestor. Position tells as much as colour. */
export function StackLight({ lamp }: { lamp: Lamp }) {
  return (
    <svg
      className={styles.light}
      viewBox="0 0 12 30"
      width="12"
      height="30"
      aria-hidden="true"
      data-lamp={lamp}
    >
      <rect className={styles.red} x="1" y="1" width="10" height="8" rx="2" />
      <rect className={styles.amber} x="1" y="11" width="10" height="8" rx="2" />
      <rect className={styles.green} x="1" y="21" width="10" height="8" rx="2" />
    </svg>
  );
}
