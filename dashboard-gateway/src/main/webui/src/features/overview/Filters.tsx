import { useLiveQuery } from '../../live/react/LiveContext';
import { useApi } from '../../shared/ApiContext';
import { itemsQuery } from '../../shared/catalog/items';
import { locationsQuery } from '../../shared/catalog/locations';
import { Segmented } from '../../shared/Segmented';
import { addDays } from './buckets';
import filters from '../../shared/Filters.module.css';
import type { ProductionOverview } from './shapes';
import { useOverviewSearch } from './useOverviewSearch';

const RANGES = [7, 30, 90] as const;

/** What the page is narrowed to. All of it is in the URL. */
export function Filters({ overview }: { overview: ProductionOverview | undefined }) {
  const { search, go } = useOverviewSearch();
  const api = useApi();
  const items = useLiveQuery(itemsQuery(api)).data?.data;
  const locations = useLiveQuery(locationsQuery(api)).data?.data;
  const from = search.from ?? overview?.from ?? '';
  const to = search.to ?? overview?.to ?? '';
  const length = RANGES.find((days) => from !== '' && to !== '' && addDays(to, 1 - days) === from);
  return (
    <form className={filters.filters} aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <Lookup label="Item" choices={items} value={search.item} onChange={(item) => go({ item })} />
      <Lookup
        label="Location"
        choices={locations}
        value={search.location}
        onChange={(location) => go({ location })}
      />
      <label className={filters.field}>
        From
        <input
          type="date"
          value={from}
          max={to}
          onChange={(event) => go({ from: event.target.value || undefined })}
        />
      </label>
      <label className={filters.field}>
        To
        <input
          type="date"
          value={to}
          min={from}
          onChange={(event) => go({ to: event.target.value || undefined })}
        />
      </label>
      <Segmented
        label="Days up to the last one"
        disabled={to === ''}
        choices={RANGES.map((days) => ({ value: String(days), label: `${days} days` }))}
        value={length === undefined ? '' : String(length)}
        onChange={(days) =>
          // The service's own default goes on with the day; any other length is a fixed time.
          go(
            Number(days) === 30
              ? { from: undefined, to: undefined }
              : { from: addDays(to, 1 - Number(days)), to },
          )
        }
      />
    </form>
  );
}

interface LookupProps {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

function Lookup({ label, choices = [], value, onChange }: LookupProps) {
  const unknown = value !== undefined && !choices.some(({ id }) => id === value);
  return (
    <label className={filters.field}>
      {label}
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">All</option>
        {unknown ? <option value={value}>{value}</option> : null}
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
