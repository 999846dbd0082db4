import { queryOptions } from '@tanstack/react-query';
import { withQuery, type Api } from '../api';
import { boolean, list, object, optional, orElse, string } from '../decode';
import { QUERY, queryKey } from '../queryKeys';

export interface Item {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly type: string;
  readonly baseUom: string;
  readonly lotTracked: boolean;
  readonly active: boolean;
}

export interface Listed<T> {
  readonly data: readonly T[];
  readonly nextCursor: string | null;
}

const decodeItem = object<Item>({
  id: string,
  sku: string,
  name: string,
  type: string,
  baseUom: string,
  lotTracked: orElse(boolean, false),
  active: orElse(boolean, true),
});

const decodeItems = object<Listed<Item>>({ data: list(decodeItem), nextCursor: optional(string) });

/** The first items, or the first of those whose name or SKU contains `q`: enough to choose from. */
export function itemsQuery(api: Api, q?: string) {
  const parameters = { q: q === '' ? undefined : q, limit: '200' };
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.items, 'list'], parameters),
    queryFn: ({ signal }) => api.get(withQuery('/items', parameters), decodeItems, signal),
  });
}

export function itemQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.items, id]),
    queryFn: ({ signal }) => api.get(`/items/${id}`, decodeItem, signal),
  });
}
