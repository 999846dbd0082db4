import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../shared/allPages';
import type { Api } from '../../../shared/api';
import { list, object, orElse, string, boolean } from '../../../shared/decode';
import { QUERY, queryKey } from '../../../shared/queryKeys';
import { amount, metricAnswer, MOST_ITEMS, text, type MetricAnswer, type OfItem } from '../answer';

export interface TurnsItem extends OfItem {
  readonly totalOutflowQty: number | null;
  readonly avgOnHandQty: number | null;
  readonly turns: number | null;
  readonly annualizedTurns: number | null;
  readonly avgDailyOutflow: number | null;
  readonly doiDays: number | null;
  readonly daysOfSupply: number | null;
  readonly hadNegative: boolean;
  readonly reason: string | null;
  readonly warnings: readonly string[];
}

export type TurnsDoi = MetricAnswer<TurnsItem>;

const decode = metricAnswer(
  object<TurnsItem>({
    itemId: string,
    sku: text,
    name: text,
    totalOutflowQty: amount,
    avgOnHandQty: amount,
    turns: amount,
    annualizedTurns: amount,
    avgDailyOutflow: amount,
    doiDays: amount,
    daysOfSupply: amount,
    hadNegative: orElse(boolean, false),
    reason: text,
    warnings: orElse(list(string), []),
  }),
);

/** How fast each item's stock turns; the fastest first. */
export function turnsQuery(api: Api, windowDays: string | undefined) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.turnsDoi], { windowDays }),
    queryFn: ({ signal }) =>
      allPages<TurnsItem, TurnsDoi>(api, '/metrics/turns-doi', { windowDays }, decode, MOST_ITEMS, signal),
  });
}
