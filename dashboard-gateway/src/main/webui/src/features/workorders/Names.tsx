import { useItem, useLocation } from '../../live/react/useCatalog';
import styles from './workorders.module.css';

/** An item by its name; its id's end until that is known, so that nothing jumps. */
export function ItemName({ id, sku = false }: { id: string; sku?: boolean }) {
  const item = useItem(id);
  return (
    <>
      {item?.name ?? `…${id.slice(-6)}`}
      {sku && item ? <span className={styles.sku}>{item.sku}</span> : null}
    </>
  );
}

export function LocationName({ id }: { id: string }) {
  return <>{useLocation(id)?.name ?? `…${id.slice(-6)}`}</>;
}
