import { useApi } from '../../shared/ApiContext';
import { itemQuery, itemsQuery, type Item } from '../../shared/catalog/items';
import { locationQuery, locationsQuery, type Location } from '../../shared/catalog/locations';
import { settingsQuery } from '../../shared/catalog/settings';
import { useLiveQuery } from './LiveContext';

/** The item, from the list that everything shares, or by itself where that list is too long to have it. */
export function useItem(id: string): Item | undefined {
  const api = useApi();
  const listed = useLiveQuery(itemsQuery(api)).data;
  const found = listed?.data.find((item) => item.id === id);
  const mayBeBeyond = found === undefined && listed !== undefined && listed.nextCursor !== null;
  const single = useLiveQuery({ ...itemQuery(api, id), enabled: mayBeBeyond });
  return found ?? single.data;
}

export function useLocation(id: string): Location | undefined {
  const api = useApi();
  const listed = useLiveQuery(locationsQuery(api)).data;
  const found = listed?.data.find((location) => location.id === id);
  const mayBeBeyond = found === undefined && listed !== undefined && listed.nextCursor !== null;
  const single = useLiveQuery({ ...locationQuery(api, id), enabled: mayBeBeyond });
  return found ?? single.data;
}

/** The tenant's time zone; undefined until it is known. */
export function useZone(): string | undefined {
  return useLiveQuery(settingsQuery(useApi())).data?.zone;
}
