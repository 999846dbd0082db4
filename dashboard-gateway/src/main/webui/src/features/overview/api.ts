import { queryOptions } from '@tanstack/react-query';
import { withQuery, type Api } from '../../shared/api';
import { QUERY, queryKey } from '../../shared/queryKeys';
import { decodeOverview, decodeSummary } from './shapes';

/** The part of the page's URL that the services filter by. */
export interface OverviewFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly item?: string | undefined;
  readonly location?: string | undefined;
}

export function summaryQuery(api: Api) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.productionSummary]),
    queryFn: ({ signal }) => api.get('/production-summary', decodeSummary, signal),
  });
}

export function overviewQuery(api: Api, { from, to, item, location }: OverviewFilter) {
  const parameters = { from, to, itemId: item, locationId: location };
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.productionOverview], parameters),
    queryFn: ({ signal }) => api.get(withQuery('/production-overview', parameters), decodeOverview, signal),
  });
}
