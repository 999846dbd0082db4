import type { UseQueryResult } from '@tanstack/react-query';
import { Changed } from '../../shared/Changed';
import { quantity } from '../../shared/format';
import { Panel } from '../../shared/Panel';
import styles from './overview.module.css';
import type { ProductionOverview, SkuTotal } from './shapes';
import { useOverviewSearch } from './useSearch';

/** What was made most, and least, of in the time shown. */
export function TopItems({ query }: { query: UseQueryResult<ProductionOverview> }) {
  return (
    <Panel
      area="items"
      title="Top and bottom items"
      note="By good quantity in the time shown"
      query={query}
      isEmpty={({ topBottomSkus }) => topBottomSkus.top.length === 0}
      empty="No item was completed in this time."
    >
      {({ topBottomSkus: { top, bottom } }) => {
        // Where there are few items, the last are among the first, and one list says it all.
        const others = bottom.filter((item) => !top.some((best) => isSame(best, item)));
        return (
          <div className={styles.twoLists}>
            <Ranking title="Most" items={top} />
            {others.length > 0 ? <Ranking title="Least" items={others} /> : null}
          </div>
        );
      }}
    </Panel>
  );
}

function isSame(one: SkuTotal, other: SkuTotal): boolean {
  return one.itemId === other.itemId && one.uom === other.uom;
}

function Ranking({ title, items }: { title: string; items: readonly SkuTotal[] }) {
  const { href, go } = useOverviewSearch();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className="number">
            Quantity
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.itemId} ${item.uom}`}>
            <td>
              <a
                className={styles.item}
                href={href({ item: item.itemId })}
                onClick={(event) => {
                  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
                    event.preventDefault();
                    go({ item: item.itemId });
                  }
                }}
              >
                {item.name}
              </a>
              <span className={styles.sku}>{item.sku}</span>
            </td>
            <td className="number">
              <Changed value={item.quantity}>{quantity(item.quantity)}</Changed>
              <span className={styles.muted}>{` ${item.uom}`}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
