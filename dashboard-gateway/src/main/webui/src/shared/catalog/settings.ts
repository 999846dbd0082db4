import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api';
import { object, string } from '../decode';
import { QUERY, queryKey } from '../queryKeys';

export interface TenantSettings {
  /** IANA time zone, in which the tenant's days begin and end. */
  readonly zone: string;
  readonly currency: string;
}

const decodeSettings = object<TenantSettings>({ zone: string, currency: string });

export function settingsQuery(api: Api) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.tenantSettings]),
    queryFn: ({ signal }) => api.get('/tenant-settings', decodeSettings, signal),
  });
}
