import { FeedPanel } from '../features/feed/FeedPanel';
import { AbcPanel } from '../features/metrics/abc/AbcPanel';
import { LastRuns } from '../features/runs/LastRuns';
import { OverviewPage } from '../features/overview/OverviewPage';
import { useOverviewSearch } from '../features/overview/useOverviewSearch';

/** Where the overview meets the other features' panels. */
export function OverviewRoute() {
  const { search, go } = useOverviewSearch();
  return (
    <OverviewPage
      abc={
        <AbcPanel
          view={search.abc ?? 'chart'}
          onView={(view) => go({ abc: view === 'table' ? view : undefined })}
          selectedItem={search.item}
        />
      }
      runs={<LastRuns />}
      feed={<FeedPanel />}
    />
  );
}
