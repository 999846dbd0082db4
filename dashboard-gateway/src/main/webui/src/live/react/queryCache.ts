import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, Unreachable } from '../../shared/problem';
import { startsWith, tenantRoot, type QueryPrefix } from '../../shared/queryKeys';
import type { Queries } from '../coalescer';

/** TanStack Query's cache, as the coalescer sees it. */
export function queriesOf(client: QueryClient): Queries {
  const cache = client.getQueryCache();
  return {
    markStale: (prefixes) => {
      const stale = cache
        .getAll()
        .filter((query) => prefixes.some((prefix) => startsWith(query.queryKey, prefix)));
      stale.forEach((query) => query.invalidate());
      return stale.filter((query) => query.isActive()).map((query) => query.queryHash);
    },
    inFlight: (id) => {
      const query = cache.get(id);
      return query?.state.fetchStatus === 'fetching' ? (query.promise ?? null) : null;
    },
    refetch: (id) =>
      client.refetchQueries(
        { predicate: (query) => query.queryHash === id, type: 'active' },
        { cancelRefetch: false },
      ),
  };
}

/** Resolves when the tenant's fetches of now have settled, be it with an error. */
export async function underWay(client: QueryClient, tenant: string): Promise<void> {
  const fetching = client.getQueryCache().findAll({ queryKey: tenantRoot(tenant), fetchStatus: 'fetching' });
  await Promise.allSettled(fetching.map((query) => query.promise ?? Promise.resolve()));
}

/** The keys of what is on screen and did not come through. */
export function failedKeys(client: QueryClient): readonly QueryPrefix[] {
  return client
    .getQueryCache()
    .findAll({ type: 'active', predicate: (query) => query.state.error !== null })
    .map((query) => query.queryKey as QueryPrefix);
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The stream says when something is stale; nothing else does.
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The connection's state tells whether there is a network: a query must fail rather than wait for one.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && mayPass(error),
        retryDelay: (failures) => 400 * 2 ** failures,
      },
    },
  });
}

/** A gateway that restarts answers again in a moment; a refusal stays one. */
function mayPass(error: Error): boolean {
  return error instanceof Unreachable || (error instanceof ApiProblem && error.status >= 500);
}
