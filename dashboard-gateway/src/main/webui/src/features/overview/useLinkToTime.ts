import type { PageLink } from '../../shared/routing/link';
import { usePageLink } from '../../shared/routing/usePage';
import type { TrendBar } from './buckets';
import { useOverviewSearch } from './useOverviewSearch';

/**
 * Where a bar of the trend leads: of one item, to its movements in the bar's time; of all, to the overview of that time
 * alone, which tells what was made in it.
 */
export function useLinkToTime(): (bar: TrendBar) => PageLink {
  const page = usePageLink();
  const { search, link } = useOverviewSearch();
  return ({ from, to }) =>
    search.item === undefined
      ? link({ from, to, by: undefined })
      : page(`/inventory/items/${search.item}/movements`, { from, to });
}
