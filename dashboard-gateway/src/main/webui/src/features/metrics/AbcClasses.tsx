import { Changed } from '../../shared/Changed';
import { count, percent } from '../../shared/format';
import type { AbcItem } from './api';
import styles from './metrics.module.css';

const CLASSES = [
  { name: 'A', color: 'var(--class-a)' },
  { name: 'B', color: 'var(--class-b)' },
  { name: 'C', color: 'var(--class-c)' },
] as const;

/** How many items each class has, and its share of the value. */
export function AbcClasses({ items, partial }: { items: readonly AbcItem[]; partial: boolean }) {
  const total = sum(items);
  return (
    <ul className={styles.classes}>
      {CLASSES.map(({ name, color }) => {
        const members = items.filter(({ abcClass }) => abcClass === name);
        const share = total === 0 ? null : percent((sum(members) / total) * 100);
        return (
          <li key={name}>
            <span className={styles.badge} style={{ background: color }} />
            <strong>{name}</strong>
            <span>
              <Changed value={members.length}>{count(members.length)}</Changed>{' '}
              {members.length === 1 ? 'item' : 'items'}
            </span>
            {share === null ? null : (
              <span className={styles.muted}>
                <Changed value={share}>{share}</Changed> of value
              </span>
            )}
          </li>
        );
      })}
      {partial ? <li className={styles.muted}>{`Of the ${items.length} most valuable items`}</li> : null}
    </ul>
  );
}

function sum(items: readonly AbcItem[]): number {
  return items.reduce((total, { totalValue }) => total + (totalValue ?? 0), 0);
}
