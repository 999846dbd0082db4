import { queryOptions, type Query } from '@tanstack/react-query';
import { withQuery, type Api } from '../../shared/api';
import type { Listed } from '../../shared/catalog/items';
import { list, number, object, optional, orElse, string } from '../../shared/decode';
import { isRecord } from '../../shared/guards';
import { QUERY, queryKey } from '../../shared/queryKeys';

export interface RunMetric {
  readonly metric: string;
  readonly items: number;
  readonly durationMs: number;
}

export interface Run {
  readonly runId: string;
  /** running, published or failed. */
  readonly status: string;
  /** manual or nightly. */
  readonly trigger: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly asOf: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** A code, of a run that failed. */
  readonly failure: string | null;
  readonly metrics: readonly RunMetric[];
}

const decodeRun = object<Run>({
  runId: string,
  status: string,
  trigger: string,
  startedAt: string,
  finishedAt: optional(string),
  asOf: string,
  parameters: (value) => (isRecord(value) ? value : {}),
  failure: optional(string),
  metrics: orElse(
    list(object<RunMetric>({ metric: string, items: number, durationMs: orElse(number, 0) })),
    [],
  ),
});

const decodeRuns = object<Listed<Run>>({ data: list(decodeRun), nextCursor: optional(string) });

/** No event tells that a run has failed: while one is under way it is asked for. */
const WHILE_RUNNING_MS = 2_000;

function every(running: boolean): number | false {
  return running ? WHILE_RUNNING_MS : false;
}

export function runsQuery(api: Api, cursor?: string) {
  const parameters = { limit: '50', cursor };
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.metricsRuns, 'list'], parameters),
    queryFn: ({ signal }) => api.get(withQuery('/metrics/runs', parameters), decodeRuns, signal),
    refetchInterval: ({ state }: Pick<Query<Listed<Run>>, 'state'>) =>
      every(state.data?.data.some(isRunning) === true),
  });
}

export function runQuery(api: Api, runId: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.metricsRuns, runId]),
    queryFn: ({ signal }) => api.get(`/metrics/runs/${runId}`, decodeRun, signal),
    refetchInterval: ({ state }: Pick<Query<Run>, 'state'>) =>
      every(state.data !== undefined && isRunning(state.data)),
  });
}

export function isRunning({ status }: Run): boolean {
  return status === 'running';
}

/** How long it took; null while it lasts. */
export function durationMs({ startedAt, finishedAt }: Run): number | null {
  return finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt);
}

const decodeTriggered = object<{ readonly runId: string }>({ runId: string });

export function triggerRun(api: Api, key: string): Promise<{ readonly runId: string }> {
  return api.post('/metrics/job/trigger', {}, decodeTriggered, key);
}
