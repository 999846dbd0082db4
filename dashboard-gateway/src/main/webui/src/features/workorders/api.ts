import { queryOptions } from '@tanstack/react-query';
import { withQuery, type Api } from '../../shared/api';
import { QUERY, queryKey } from '../../shared/queryKeys';
import { decodeCompletion, decodeCompletions, decodeIssues } from './postings';
import { decodeHistory, decodeOrder, decodeOrders } from './shapes';

export interface OrdersFilter {
  readonly status?: string | undefined;
  readonly itemId?: string | undefined;
  readonly dueBefore?: string | undefined;
  readonly overdue?: 'true' | undefined;
  readonly cursor?: string | undefined;
}

export function ordersQuery(api: Api, { status, itemId, dueBefore, overdue, cursor }: OrdersFilter) {
  const parameters = { status, itemId, dueBefore, overdue, cursor };
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.workOrders], parameters),
    queryFn: ({ signal }) => api.get(withQuery('/work-orders', parameters), decodeOrders, signal),
  });
}

/** Everything of one order is under the name that its events invalidate. */
export function orderQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.workOrder, id]),
    queryFn: ({ signal }) => api.get(`/work-orders/${id}`, decodeOrder, signal),
  });
}

export function historyQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.workOrder, id, 'history']),
    queryFn: ({ signal }) => api.get(`/work-orders/${id}/history`, decodeHistory, signal),
  });
}

export function completionsQuery(api: Api, id: string, cursor?: string) {
  const parameters = { limit: '20', cursor };
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.workOrder, id, 'completions'], parameters),
    queryFn: ({ signal }) =>
      api.get(withQuery(`/work-orders/${id}/completions`, parameters), decodeCompletions, signal),
  });
}

export function completionQuery(api: Api, id: string, completionId: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.workOrder, id, 'completion', completionId]),
    queryFn: ({ signal }) =>
      api.get(`/work-orders/${id}/completions/${completionId}`, decodeCompletion, signal),
  });
}

export function issuesQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.workOrder, id, 'issues']),
    queryFn: ({ signal }) => api.get(`/work-orders/${id}/issues?limit=50`, decodeIssues, signal),
  });
}
