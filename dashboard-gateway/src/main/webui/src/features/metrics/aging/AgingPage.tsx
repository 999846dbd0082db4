import { ChartPanel } from '../../../charts/ChartPanel';
import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { Page } from '../../../shared/Page';
import { readOneOf, searchReader } from '../../../shared/routing/search';
import { usePageSearch } from '../../../shared/routing/usePage';
import { isEmpty, NOT_YET, whyEmpty } from '../answer';
import { FilterLinks } from '../FilterLinks';
import { ItemsPanel } from '../ItemsPanel';
import { listReaders, type ListSearch } from '../listSearch';
import { Recalculate } from '../Recalculate';
import { useLinkToItem } from '../useLinkToItem';
import { agingQuery } from './api';
import { bucketLabel, BUCKETS, quantityIn, type Bucket } from './buckets';
import { AGING_SORTS, agingFacts } from './facts';
import { AGING_FORMULA, agingFigure } from './figure';

interface AgingSearch extends ListSearch {
  readonly bucket?: Bucket | undefined;
}

const readAgingSearch = searchReader<AgingSearch>({
  ...listReaders(AGING_SORTS),
  bucket: readOneOf(BUCKETS),
});

/** How long the stock has lain where it lies. */
export function AgingPage() {
  const { search, ignored, link, go } = usePageSearch('/inventory/aging', readAgingSearch);
  const query = useLiveQuery(agingQuery(useApi()));
  const linkToItem = useLinkToItem(query.data);
  const { bucket } = search;
  const days = query.data?.agingBuckets ?? null;
  const narrow = (next: Bucket | undefined) => link({ bucket: next, page: undefined });
  return (
    <Page title="Inventory aging" ignored={ignored}>
      <ChartPanel
        title="Stock by age"
        query={query}
        isEmpty={isEmpty}
        empty={whyEmpty(query.data, 'Nothing is in stock.')}
        formula={AGING_FORMULA}
        view={search.view ?? 'chart'}
        onView={(view) => go({ view: view === 'table' ? view : undefined })}
        actions={<Recalculate shownRunId={query.data?.runId ?? null} />}
        figure={(aging) => agingFigure(aging, (next) => narrow(next === bucket ? undefined : next), bucket)}
      />
      <ItemsPanel
        title={bucket === undefined ? 'Stock' : `Stock: ${bucketLabel(bucket, days).toLowerCase()}`}
        query={query}
        empty={whyEmpty(query.data, 'Nothing in stock is of this age.')}
        facts={agingFacts(linkToItem, query.data ?? NOT_YET)}
        rowKey={({ itemId, locationId, lotCode }) => `${itemId} ${locationId} ${lotCode ?? ''}`}
        isShown={(row) => bucket === undefined || quantityIn(row, bucket) > 0}
        search={search}
        link={link}
        filters={
          <FilterLinks
            label="Age"
            choices={BUCKETS.map((value) => ({ value, label: bucketLabel(value, days) }))}
            value={bucket}
            linkTo={narrow}
          />
        }
      />
    </Page>
  );
}
