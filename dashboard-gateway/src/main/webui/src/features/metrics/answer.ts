import { list, number, object, optional, string, type Decoder } from '../../shared/decode';

/** What every metric says beside its rows. All of it is null until the first run. */
export interface MetricAnswer<R> {
  readonly asOf: string | null;
  readonly runId: string | null;
  readonly windowDays: number | null;
  readonly windowStart: string | null;
  readonly slowThresholdDays: number | null;
  readonly deadThresholdDays: number | null;
  /** The last day of each age bucket but the open one. */
  readonly agingBuckets: readonly number[] | null;
  readonly currency: string | null;
  /** The tenant's, in which days begin and end. */
  readonly zone: string | null;
  readonly formulaVersion: string | null;
  readonly data: readonly R[];
  readonly nextCursor: string | null;
}

export const text = optional(string);
export const amount = optional(number);

/** Versions are numbers or words. */
const version = optional((value: unknown) => String(value as string | number));

export function metricAnswer<R>(row: Decoder<R>): Decoder<MetricAnswer<R>> {
  return object<MetricAnswer<R>>({
    asOf: text,
    runId: text,
    windowDays: amount,
    windowStart: text,
    slowThresholdDays: amount,
    deadThresholdDays: amount,
    agingBuckets: optional(list(number)),
    currency: text,
    zone: text,
    formulaVersion: version,
    data: list(row),
    nextCursor: text,
  });
}

/** Items beyond these are left to the API: a page with more rows helps nobody. */
export const MOST_ITEMS = 2_000;

/** Every metric names its items like this; both are null while an item's master data has not arrived. */
export interface OfItem {
  readonly itemId: string;
  readonly sku: string | null;
  readonly name: string | null;
}

export function itemName({ itemId, sku, name }: OfItem): string {
  return name ?? sku ?? `Item …${itemId.slice(-6)}`;
}

/** Whether there is nothing to draw, and the words for why. */
export function isEmpty({ runId, data }: MetricAnswer<unknown>): boolean {
  return runId === null || data.length === 0;
}

export function whyEmpty(answer: MetricAnswer<unknown> | undefined, nothing: string): string {
  return answer?.runId === null
    ? 'The metrics have not been calculated yet. The nightly run does it, or a planner with Recalculate.'
    : nothing;
}

/** What is known of an answer before it comes. */
export const NOT_YET = { currency: null, zone: null, agingBuckets: null, windowDays: null } as const;

/** Amounts of one currency add up; what is not known counts as nothing. */
export function total<R>(rows: readonly R[], value: (row: R) => number | null): number {
  return rows.reduce((sum, row) => sum + (value(row) ?? 0), 0);
}
