import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../shared/allPages';
import type { Api } from '../../../shared/api';
import { list, number, object, orElse, string } from '../../../shared/decode';
import { QUERY, queryKey } from '../../../shared/queryKeys';
import { amount, metricAnswer, MOST_ITEMS, text, type MetricAnswer, type OfItem } from '../answer';

/** How old one item's stock of one lot at one location is. */
export interface AgedStock extends OfItem {
  readonly locationId: string;
  readonly locationCode: string | null;
  readonly lotCode: string | null;
  readonly qty0To30Days: number;
  readonly qty31To60Days: number;
  readonly qty61To90Days: number;
  readonly qtyOver90Days: number;
  readonly oldestAgeDays: number | null;
  readonly averageAgeDays: number | null;
  readonly value: number | null;
  /** What each bucket's stock is worth, the youngest first. */
  readonly bucketValues: readonly number[];
  readonly warnings: readonly string[];
}

export type InventoryAging = MetricAnswer<AgedStock>;

const decode = metricAnswer(
  object<AgedStock>({
    itemId: string,
    sku: text,
    name: text,
    locationId: string,
    locationCode: text,
    lotCode: text,
    qty0To30Days: number,
    qty31To60Days: number,
    qty61To90Days: number,
    qtyOver90Days: number,
    oldestAgeDays: amount,
    averageAgeDays: amount,
    value: amount,
    bucketValues: list(number),
    warnings: orElse(list(string), []),
  }),
);

/** All stock with its age, the oldest first. */
export function agingQuery(api: Api) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.inventoryAging]),
    queryFn: ({ signal }) =>
      allPages<AgedStock, InventoryAging>(api, '/metrics/inventory-aging', {}, decode, MOST_ITEMS, signal),
  });
}
