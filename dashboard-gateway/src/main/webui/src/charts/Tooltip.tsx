import type { ReactNode } from 'react';
import styles from './charts.module.css';

/** Says what a mark stands for, above it and within the chart. For the eye: the mark's own name says the same. */
export function Tooltip({
  x,
  y,
  width,
  children,
}: {
  x: number;
  y: number;
  width: number;
  children: ReactNode;
}) {
  const side = x > width / 2 ? { right: Math.max(0, width - x + 10) } : { left: x + 10 };
  return (
    <div className={styles.tooltip} style={{ ...side, top: Math.max(0, y - 12) }} aria-hidden="true">
      {children}
    </div>
  );
}
