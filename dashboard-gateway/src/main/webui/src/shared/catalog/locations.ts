import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api';
import { list, object, optional, string } from '../decode';
import { QUERY, queryKey } from '../queryKeys';
import type { Listed } from './items';

export interface Location {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const decodeLocation = object<Location>({ id: string, code: string, name: string });
const decodeLocations = object<Listed<Location>>({
  data: list(decodeLocation),
  nextCursor: optional(string),
});

export function locationsQuery(api: Api) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.locations, 'list']),
    queryFn: ({ signal }) => api.get('/locations?limit=200', decodeLocations, signal),
  });
}

export function locationQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.locations, id]),
    queryFn: ({ signal }) => api.get(`/locations/${id}`, decodeLocation, signal),
  });
}
