import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../shared/api';
import { list, object, string } from '../../shared/decode';
import { QUERY, queryKey } from '../../shared/queryKeys';

export interface Named {
  readonly id: string;
  readonly name: string;
}

const decodeNamed = object<{ data: readonly Named[] }>({
  data: list(object<Named>({ id: string, name: string })),
});

/** The first names of a list to choose from. */
export function namedQuery(api: Api, path: '/items' | '/locations') {
  return queryOptions({
    queryKey: queryKey(api.tenant, [path === '/items' ? QUERY.items : QUERY.locations], { limit: 200 }),
    queryFn: async ({ signal }) => (await api.get(`${path}?limit=200`, decodeNamed, signal)).data,
  });
}
