import type { PageLink } from '../../shared/routing/link';
import { LinkTo } from '../../shared/routing/LinkTo';
import type { Fact } from '../../shared/table/facts';
import { itemName, type OfItem } from './answer';
import styles from './metrics.module.css';

export type LinkToItem = (itemId: string) => PageLink;

/** Which item a row is about, leading to its movements. */
export function itemFacts<R extends OfItem>(linkTo: LinkToItem): readonly Fact<R>[] {
  return [
    { key: 'itemId', title: 'Item id', value: ({ itemId }) => itemId, isFileOnly: true },
    { key: 'sku', title: 'SKU', value: ({ sku }) => sku, isFileOnly: true },
    {
      key: 'name',
      title: 'Item',
      value: itemName,
      cell: (row) => (
        <>
          <LinkTo link={linkTo(row.itemId)} className="row-link">
            {itemName(row)}
          </LinkTo>
          {row.sku === null ? null : <span className={styles.sku}>{row.sku}</span>}
        </>
      ),
    },
  ];
}
