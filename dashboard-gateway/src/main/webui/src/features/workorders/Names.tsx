import { Link } from '@tanstack/react-router';
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

/** An item that leads to its movements. */
export function ItemLink({ id }: { id: string }) {
  return (
    <Link className={styles.link} to="/inventory/items/$itemId/movements" params={{ itemId: id }}>
      <ItemName id={id} sku />
    </Link>
  );
}

export function LocationName({ id }: { id: string }) {
  return <>{useLocation(id)?.name ?? `…${id.slice(-6)}`}</>;
}
