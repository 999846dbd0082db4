import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../shared/api';
import { list, object, string } from '../../shared/decode';
import { QUERY, queryKey } from '../../shared/queryKeys';
import { text } from './answer';

export interface Run {
  readonly runId: string;
  readonly status: string;
  readonly trigger: string | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly asOf: string;
}

const decode = object<{ readonly data: readonly Run[] }>({
  data: list(
    object<Run>({
      runId: string,
      status: string,
      trigger: text,
      startedAt: string,
      finishedAt: text,
      asOf: string,
    }),
  ),
});

/** The latest runs, the last one first. */
export function lastRunsQuery(api: Api) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.metricsRuns], { limit: 6 }),
    queryFn: ({ signal }) => api.get('/metrics/runs?limit=6', decode, signal),
  });
}
