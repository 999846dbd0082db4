import { isRecord } from '../../shared/guards';
import type { OverviewFilter } from './api';

export const BUCKETS = ['day', 'week', 'month'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Everything that the page can be asked for: it lives in the URL, so Back and bookmarks work. */
export interface OverviewSearch extends OverviewFilter {
  readonly by?: Bucket | undefined;
  readonly uom?: string | undefined;
  readonly trend?: 'table' | undefined;
  readonly abc?: 'table' | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A URL comes from anywhere: what makes no sense is left out rather than sent on. */
export function readOverviewSearch(raw: unknown): OverviewSearch {
  const search = isRecord(raw) ? raw : {};
  const from = readDay(search.from);
  const to = readDay(search.to);
  const backwards = from !== undefined && to !== undefined && from > to;
  const entries = {
    from: backwards ? to : from,
    to: backwards ? from : to,
    item: matching(ID, search.item),
    location: matching(ID, search.location),
    by: BUCKETS.find((bucket) => bucket === search.by && bucket !== 'day'),
    uom: matching(/^.{1,20}$/, search.uom),
    trend: search.trend === 'table' ? ('table' as const) : undefined,
    abc: search.abc === 'table' ? ('table' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

function readDay(value: unknown): string | undefined {
  const date = matching(DAY, value);
  const time = date === undefined ? NaN : Date.parse(`${date}T00:00:00Z`);
  // "2026-02-30" parses in some engines, as a day of March.
  return date !== undefined && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
    ? date
    : undefined;
}

function matching(pattern: RegExp, value: unknown): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
