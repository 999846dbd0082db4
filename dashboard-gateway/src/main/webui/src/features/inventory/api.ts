import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../../shared/allPages';
import type { Api } from '../../shared/api';
import { list, number, object, optional, string } from '../../shared/decode';
import { QUERY, queryKey } from '../../shared/queryKeys';

/** A line of the stock ledger about one item. */
export interface Movement {
  readonly movementId: string;
  readonly movementSeq: number;
  readonly movementType: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly sourceType: string | null;
  readonly sourceId: string | null;
  readonly workOrderId: string | null;
  readonly reversesMovementId: string | null;
  readonly reason: string | null;
  readonly lineNo: number;
  readonly locationId: string;
  readonly lotCode: string | null;
  readonly qtyDelta: number;
  readonly uom: string;
  readonly unitCost: number | null;
  readonly currency: string | null;
}

interface Listed<R> {
  /** Null where the service does not say. */
  readonly asOf: string | null;
  readonly data: readonly R[];
  readonly nextCursor: string | null;
}

const text = optional(string);

const decodeMovements = object<Listed<Movement>>({
  data: list(
    object<Movement>({
      movementId: string,
      movementSeq: number,
      movementType: string,
      occurredAt: string,
      recordedAt: string,
      recordedBy: text,
      sourceType: text,
      sourceId: text,
      workOrderId: text,
      reversesMovementId: text,
      reason: text,
      lineNo: number,
      locationId: string,
      lotCode: text,
      qtyDelta: number,
      uom: string,
      unitCost: optional(number),
      currency: text,
    }),
  ),
  asOf: text,
  nextCursor: text,
});

/** Lines beyond these are left to a narrower time. */
export const MOST_MOVEMENTS = 2_000;

/** Which part of an item's history: days of the tenant's zone, or times, of which `to` is not included. */
export interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** An item's lines, the latest first. */
export function movementsQuery(api: Api, itemId: string, { from, to }: Period) {
  const path = `/inventory/items/${itemId}/movements`;
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.itemMovements, itemId], { from, to }),
    queryFn: ({ signal }) =>
      allPages<Movement, Listed<Movement>>(api, path, { from, to }, decodeMovements, MOST_MOVEMENTS, signal),
  });
}

export interface Balance {
  readonly locationId: string;
  readonly locationCode: string;
  readonly lotCode: string | null;
  readonly quantity: number;
  readonly uom: string;
  readonly updatedAt: string;
}

const decodeBalances = object<Listed<Balance>>({
  data: list(
    object<Balance>({
      locationId: string,
      locationCode: string,
      lotCode: text,
      quantity: number,
      uom: string,
      updatedAt: string,
    }),
  ),
  asOf: text,
  nextCursor: text,
});

/** What there is of an item, by location and lot. */
export function balancesQuery(api: Api, itemId: string) {
  return queryOptions({
    queryKey: queryKey(api.tenant, [QUERY.inventoryBalances], { itemId }),
    queryFn: ({ signal }) =>
      allPages<Balance, Listed<Balance>>(
        api,
        '/inventory/balances',
        { itemId },
        decodeBalances,
        MOST_MOVEMENTS,
        signal,
      ),
  });
}
