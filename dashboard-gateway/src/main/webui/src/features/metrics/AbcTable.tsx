import type { MarkLink } from '../../charts/marks';
import { Changed } from '../../shared/Changed';
import { percent, quantity } from '../../shared/format';
import type { AbcItem } from './api';
import styles from './metrics.module.css';

interface AbcTableProps {
  readonly items: readonly AbcItem[];
  readonly linkToItem: (itemId: string) => MarkLink;
}

/** The chart's figures as a table, with what the chart has no room for. */
export function AbcTable({ items, linkToItem }: AbcTableProps) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="ABC classification, as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Class</th>
            <th scope="col" className="number">
              Value
            </th>
            <th scope="col" className="number">
              Cumulative
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <AbcRow key={item.itemId} item={item} link={linkToItem(item.itemId)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AbcRow({ item, link }: { item: AbcItem; link: MarkLink }) {
  const { name, sku, abcClass, previousClass, totalValue, cumulativePercentage, reason, warnings } = item;
  const moved = previousClass !== null && previousClass !== abcClass;
  return (
    <tr>
      <td>
        <a
          className={styles.item}
          href={link.href}
          onClick={(event) => {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
              event.preventDefault();
              link.follow();
            }
          }}
        >
          {name}
        </a>
        <span className={styles.sku}>{sku}</span>
        {warnings.length > 0 ? <span className={styles.warning}>{warnings.join(', ')}</span> : null}
      </td>
      <td>
        <Changed value={abcClass}>{abcClass ?? '–'}</Changed>
        {moved ? <span className={styles.muted}>{` was ${previousClass}`}</span> : null}
        {abcClass === null && reason !== null ? <span className={styles.muted}>{` ${reason}`}</span> : null}
      </td>
      <td className="number">
        <Changed value={totalValue}>{totalValue === null ? '–' : quantity(totalValue)}</Changed>
      </td>
      <td className="number">{cumulativePercentage === null ? '–' : percent(cumulativePercentage)}</td>
    </tr>
  );
}
