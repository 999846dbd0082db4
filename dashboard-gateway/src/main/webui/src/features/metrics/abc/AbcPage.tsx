import { keepPreviousData } from '@tanstack/react-query';
import { ChartPanel } from '../../../charts/ChartPanel';
import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { Page } from '../../../shared/Page';
import { LinkTo } from '../../../shared/routing/LinkTo';
import { readId, readOneOf, searchReader } from '../../../shared/routing/search';
import { usePageSearch } from '../../../shared/routing/usePage';
import { isEmpty, NOT_YET, whyEmpty } from '../answer';
import { FilterLinks } from '../FilterLinks';
import { ItemsPanel } from '../ItemsPanel';
import { listReaders, type ListSearch } from '../listSearch';
import { Recalculate } from '../Recalculate';
import { useLinkToItem } from '../useLinkToItem';
import { AbcClasses } from './AbcClasses';
import { abcQuery } from './api';
import { ABC_CLASSES, type AbcClass } from './classes';
import { ABC_SORTS, abcFacts } from './facts';
import { ABC_FORMULA, abcFigure } from './figure';

interface AbcSearch extends ListSearch {
  readonly class?: AbcClass | undefined;
  readonly run?: string | undefined;
}

const readAbcSearch = searchReader<AbcSearch>({
  ...listReaders(ABC_SORTS),
  class: readOneOf(ABC_CLASSES),
  run: readId,
});

/** The classification and its items, of the latest run or of the one that the URL names. */
export function AbcPage() {
  const { search, ignored, link, go } = usePageSearch('/inventory/abc', readAbcSearch);
  const query = useLiveQuery({
    ...abcQuery(useApi(), search.run),
    placeholderData: keepPreviousData,
  });
  const linkToItem = useLinkToItem(query.data);
  return (
    <Page title="ABC classification" ignored={ignored}>
      {search.run === undefined ? null : (
        <p>
          {`These are the figures of run ${search.run.slice(-6)}. `}
          <LinkTo link={link({ run: undefined })}>Show the latest</LinkTo>
        </p>
      )}
      <ChartPanel
        title="Items by value"
        query={query}
        isEmpty={isEmpty}
        empty={whyEmpty(query.data, 'No items to classify.')}
        formula={ABC_FORMULA}
        view={search.view ?? 'chart'}
        onView={(view) => go({ view: view === 'table' ? view : undefined })}
        actions={search.run === undefined ? <Recalculate shownRunId={query.data?.runId ?? null} /> : null}
        above={({ data }) => (
          <AbcClasses
            items={data}
            selected={search.class}
            linkTo={(abcClass) =>
              link({ class: abcClass === search.class ? undefined : abcClass, page: undefined })
            }
          />
        )}
        figure={(abc) => abcFigure(abc, linkToItem, { abcClass: search.class })}
      />
      <ItemsPanel
        title={search.class === undefined ? 'Items' : `Items of class ${search.class}`}
        query={query}
        empty={whyEmpty(query.data, 'No item is in this class.')}
        facts={abcFacts(linkToItem, query.data ?? NOT_YET)}
        rowKey={({ itemId }) => itemId}
        isShown={({ abcClass }) => search.class === undefined || abcClass === search.class}
        search={search}
        link={link}
        filters={
          <FilterLinks
            label="Class"
            choices={ABC_CLASSES.map((value) => ({ value, label: value }))}
            value={search.class}
            linkTo={(abcClass) => link({ class: abcClass, page: undefined })}
          />
        }
      />
    </Page>
  );
}
