import { readDay, readId, readOneOf, readText, searchReader } from '../../shared/routing/search';
import type { OverviewFilter } from './api';

export const BUCKETS = ['day', 'week', 'month'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Everything that the page can be asked for: it lives in the URL, so Back and bookmarks work. */
export interface OverviewSearch extends OverviewFilter {
  readonly by?: Bucket | undefined;
  readonly uom?: string | undefined;
  readonly trend?: 'table' | undefined;
  readonly abc?: 'table' | undefined;
  readonly wip?: 'table' | undefined;
}

const read = searchReader<OverviewSearch>({
  from: readDay,
  to: readDay,
  item: readId,
  location: readId,
  by: readOneOf(['week', 'month']),
  uom: readText(/^.{1,20}$/),
  trend: readOneOf(['table']),
  abc: readOneOf(['table']),
  wip: readOneOf(['table']),
});

/** A URL comes from anywhere: what makes no sense is left out rather than sent on. */
export function readOverviewSearch(raw: unknown): OverviewSearch {
  const search = read(raw);
  const { from, to } = search;
  return from !== undefined && to !== undefined && from > to ? { ...search, from: to, to: from } : search;
}
