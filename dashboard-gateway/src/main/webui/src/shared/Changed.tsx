import type { ReactNode } from 'react';
import styles from './Changed.module.css';
import { useChanged } from './useChanged';

/** A figure that is marked for a moment when it changes by itself. */
export function Changed({ value, children }: { value: string | number | null; children: ReactNode }) {
  return (
    <span className={styles.value} data-changed={useChanged(value)}>
      {children}
    </span>
  );
}
