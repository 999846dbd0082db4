import { hasRole } from '../auth/identity';
import { useSession } from '../auth/SessionContext';
import { FeedPanel } from '../features/feed/FeedPanel';
import { AbcPanel } from '../features/metrics/AbcPanel';
import { OverviewPage } from '../features/overview/OverviewPage';
import { useOverviewSearch } from '../features/overview/useSearch';

/** Where the overview meets the other features' panels. */
export function OverviewRoute() {
  const { identity } = useSession();
  const { search, href, go } = useOverviewSearch();
  return (
    <OverviewPage
      abc={
        <AbcPanel
          view={search.abc ?? 'chart'}
          onView={(view) => go({ abc: view === 'table' ? view : undefined })}
          selectedItem={search.item}
          linkToItem={(item) => ({ href: href({ item }), follow: () => go({ item }) })}
          mayRecalculate={hasRole(identity, 'planner')}
        />
      }
      feed={<FeedPanel />}
    />
  );
}
