import { useNavigate } from '@tanstack/react-router';
import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { itemsQuery } from '../../../shared/catalog/items';
import { statusName } from '../../../shared/format';
import { readOrdersSearch, type OrdersSearch } from '../search';
import { STATUSES } from '../shapes';
import { ItemName } from '../Names';
import styles from '../workorders.module.css';
import filters from '../../../shared/Filters.module.css';

/** What the list is narrowed to. All of it is in the URL, and another filter begins at its first page. */
export function OrderFilters({ search }: { search: OrdersSearch }) {
  const navigate = useNavigate();
  const go = (change: { readonly [K in keyof OrdersSearch]?: string | undefined }): void =>
    void navigate({
      to: '/work-orders',
      search: readOrdersSearch({ ...search, cursor: undefined, ...change }),
      resetScroll: false,
    });
  return (
    <form className={filters.filters} aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <label className={filters.field}>
        Status
        <select
          value={search.status ?? ''}
          onChange={(event) => go({ status: event.target.value || undefined })}
        >
          <option value="">All</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {statusName(status)}
            </option>
          ))}
        </select>
      </label>
      <ItemFilter value={search.item} onChange={(item) => go({ item })} />
      <label className={filters.field}>
        Due by
        <input
          type="date"
          value={search.due ?? ''}
          onChange={(event) => go({ due: event.target.value || undefined })}
        />
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={search.overdue === 'true'}
          onChange={(event) => go({ overdue: event.target.checked ? 'true' : undefined })}
        />
        Overdue
      </label>
    </form>
  );
}

interface ItemFilterProps {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

function ItemFilter({ value, onChange }: ItemFilterProps) {
  const { data } = useLiveQuery(itemsQuery(useApi()));
  const items = (data?.data ?? []).filter(({ type }) => type !== 'raw');
  const isUnlisted = value !== undefined && !items.some(({ id }) => id === value);
  return (
    <label className={filters.field}>
      Makes
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">Any item</option>
        {isUnlisted ? (
          <option value={value}>
            <ItemName id={value} />
          </option>
        ) : null}
        {items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
