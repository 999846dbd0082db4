import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../shared/api';
import { list, number, object, optional, orElse, string } from '../../shared/decode';
import { QUERY, queryKey } from '../../shared/queryKeys';

export interface AbcItem {
  readonly itemId: string;
  readonly sku: string;
  readonly name: string;
  readonly totalValue: number | null;
  readonly cumulativePercentage: number | null;
  readonly abcClass: string | null;
  readonly previousClass: string | null;
  readonly changedAt: string | null;
  readonly reason: string | null;
  readonly warnings: readonly string[];
}

export interface AbcClassification {
  /** Null until the first run, like the rest. */
  readonly asOf: string | null;
  readonly runId: string | null;
  readonly windowDays: number | null;
  readonly currency: string | null;
  readonly formulaVersion: string | null;
  readonly data: readonly AbcItem[];
  readonly nextCursor: string | null;
}

const text = optional(string);
const amount = optional(number);

/** Versions are numbers or words. */
const version = optional((value: unknown) => String(value as string | number));

const decodeAbc = object<AbcClassification>({
  asOf: text,
  runId: text,
  windowDays: amount,
  currency: text,
  formulaVersion: version,
  data: list(
    object<AbcItem>({
      itemId: string,
      sku: string,
      name: string,
      totalValue: amount,
      cumulativePercentage: amount,
      abcClass: text,
      previousClass: text,
      changedAt: text,
      reason: text,
      warnings: orElse(list(string), []),
    }),
  ),
  nextCursor: text,
});

/** The most valuable items: the first page says what matters. */
export function abcQuery(api: Api) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.abcClassification], { limit: 200 }),
    queryFn: ({ signal }) => api.get('/metrics/abc-classification?limit=200', decodeAbc, signal),
  });
}

export interface TriggeredRun {
  readonly runId: string;
}

export function triggerRun(api: Api): Promise<TriggeredRun> {
  return api.post('/metrics/job/trigger', {}, object<TriggeredRun>({ runId: string }));
}
