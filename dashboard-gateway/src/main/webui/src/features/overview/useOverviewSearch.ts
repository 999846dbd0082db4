import { usePageSearch, type PageSearch } from '../../shared/routing/usePage';
import { readOverviewSearch, type OverviewSearch } from './search';

export function useOverviewSearch(): PageSearch<OverviewSearch> {
  return usePageSearch('/overview', readOverviewSearch);
}
