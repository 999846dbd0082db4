import { Changed } from '../../../shared/Changed';
import { count, percent } from '../../../shared/format';
import type { PageLink } from '../../../shared/routing/link';
import { LinkTo } from '../../../shared/routing/LinkTo';
import styles from '../metrics.module.css';
import type { AbcItem } from './api';
import { ABC_CLASSES, CLASS_COLORS, type AbcClass } from './classes';

interface AbcClassesProps {
  readonly items: readonly AbcItem[];
  readonly selected?: AbcClass | undefined;
  readonly linkTo: (abcClass: AbcClass) => PageLink;
}

/** How many items each class has, and its share of the value; each leads to its items. */
export function AbcClasses({ items, selected, linkTo }: AbcClassesProps) {
  const total = sum(items);
  return (
    <ul className={styles.classes}>
      {ABC_CLASSES.map((name) => {
        const members = items.filter(({ abcClass }) => abcClass === name);
        const share = total === 0 ? null : percent((sum(members) / total) * 100);
        return (
          <li key={name}>
            <LinkTo link={linkTo(name)} className={styles.classLink} current={selected === name}>
              <span className={styles.badge} style={{ background: CLASS_COLORS[name] }} />
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
            </LinkTo>
          </li>
        );
      })}
    </ul>
  );
}

function sum(items: readonly AbcItem[]): number {
  return items.reduce((total, { totalValue }) => total + (totalValue ?? 0), 0);
}
