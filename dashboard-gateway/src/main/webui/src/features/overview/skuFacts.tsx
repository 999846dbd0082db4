import { Changed } from '../../shared/Changed';
import { quantity } from '../../shared/format';
import type { PageLink } from '../../shared/routing/link';
import { LinkTo } from '../../shared/routing/LinkTo';
import type { Fact } from '../../shared/table/facts';
import styles from './overview.module.css';
import type { SkuTotal } from './shapes';

/** How much of an item there was, leading to its movements. */
export function skuFacts<R extends SkuTotal>(
  linkTo: (itemId: string) => PageLink,
  title: string,
): readonly Fact<R>[] {
  return [
    { key: 'itemId', title: 'Item id', value: ({ itemId }) => itemId, isFileOnly: true },
    { key: 'sku', title: 'SKU', value: ({ sku }) => sku, isFileOnly: true },
    {
      key: 'name',
      title: 'Item',
      value: ({ name }) => name,
      cell: ({ itemId, name, sku }) => (
        <>
          <LinkTo link={linkTo(itemId)} className="row-link">
            {name}
          </LinkTo>
          <span className={styles.sku}>{sku}</span>
        </>
      ),
    },
    {
      key: 'quantity',
      title,
      isNumber: true,
      value: (row) => row.quantity,
      cell: (row) => (
        <>
          <Changed value={row.quantity}>{quantity(row.quantity)}</Changed>
          <span className={styles.muted}>{` ${row.uom}`}</span>
        </>
      ),
    },
    { key: 'uom', title: 'Unit', value: ({ uom }) => uom, isFileOnly: true },
  ];
}
