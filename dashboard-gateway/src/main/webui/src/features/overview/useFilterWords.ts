import { useLiveQuery } from '../../live/react/LiveContext';
import { useApi } from '../../shared/ApiContext';
import { itemsQuery } from '../../shared/catalog/items';
import { locationsQuery } from '../../shared/catalog/locations';
import { useOverviewSearch } from './useOverviewSearch';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the page is narrowed to, in words, for files that leave it. */
export function useFilterWords(): readonly string[] {
  const api = useApi();
  const { search } = useOverviewSearch();
  const items = useLiveQuery(itemsQuery(api)).data?.data;
  const locations = useLiveQuery(locationsQuery(api)).data?.data;
  return [
    ...(search.item === undefined ? [] : [`Item: ${nameOf(search.item, items)}`]),
    ...(search.location === undefined ? [] : [`Location: ${nameOf(search.location, locations)}`]),
  ];
}

function nameOf(id: string, list: readonly Named[] = []): string {
  return list.find((one) => one.id === id)?.name ?? id;
}
