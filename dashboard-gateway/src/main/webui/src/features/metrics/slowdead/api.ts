import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../shared/allPages';
import type { Api } from '../../../shared/api';
import { list, object, orElse, string } from '../../../shared/decode';
import { QUERY, queryKey } from '../../../shared/queryKeys';
import { amount, metricAnswer, MOST_ITEMS, text, type MetricAnswer, type OfItem } from '../answer';

export interface SlowDeadItem extends OfItem {
  readonly state: string;
  readonly daysSinceLastMovement: number | null;
  readonly lastMovementAt: string | null;
  readonly lastOutflowAt: string | null;
  readonly onHandQuantity: number | null;
  readonly tiedUpValue: number | null;
  readonly warnings: readonly string[];
}

export type SlowDeadStock = MetricAnswer<SlowDeadItem>;

const decode = metricAnswer(
  object<SlowDeadItem>({
    itemId: string,
    sku: text,
    name: text,
    state: string,
    daysSinceLastMovement: amount,
    lastMovementAt: text,
    lastOutflowAt: text,
    onHandQuantity: amount,
    tiedUpValue: amount,
    warnings: orElse(list(string), []),
  }),
);

/** Every item with how long it has not been used; what deserves attention comes first. */
export function slowDeadQuery(api: Api) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.slowDeadStock]),
    queryFn: ({ signal }) =>
      allPages<SlowDeadItem, SlowDeadStock>(api, '/metrics/slow-dead-stock', {}, decode, MOST_ITEMS, signal),
  });
}
