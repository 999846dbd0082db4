import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../shared/allPages';
import type { Api } from '../../../shared/api';
import { list, object, orElse, string } from '../../../shared/decode';
import { QUERY, queryKey } from '../../../shared/queryKeys';
import { amount, metricAnswer, MOST_ITEMS, text, type MetricAnswer, type OfItem } from '../answer';

export interface AbcItem extends OfItem {
  readonly totalValue: number | null;
  readonly cumulativePercentage: number | null;
  readonly abcClass: string | null;
  readonly previousClass: string | null;
  readonly changedAt: string | null;
  readonly reason: string | null;
  readonly warnings: readonly string[];
}

export type AbcClassification = MetricAnswer<AbcItem>;

const decode = metricAnswer(
  object<AbcItem>({
    itemId: string,
    sku: text,
    name: text,
    totalValue: amount,
    cumulativePercentage: amount,
    abcClass: text,
    previousClass: text,
    changedAt: text,
    reason: text,
    warnings: orElse(list(string), []),
  }),
);

/** The classification, the most valuable items first; without a run, the latest. */
export function abcQuery(api: Api, runId?: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.abcClassification], { runId }),
    queryFn: ({ signal }) =>
      allPages<AbcItem, AbcClassification>(
        api,
        '/metrics/abc-classification',
        { runId },
        decode,
        MOST_ITEMS,
        signal,
      ),
  });
}
