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
import { words } from '../words';
import { slowDeadQuery } from './api';
import { SLOW_DEAD_SORTS, slowDeadFacts } from './facts';
import { SLOW_DEAD_FORMULA, slowDeadFigure } from './figure';
import { flagOf, FLAGS, stateOf, type Flag } from './states';

interface SlowDeadSearch extends ListSearch {
  readonly flag?: Flag | undefined;
}

const readSlowDeadSearch = searchReader<SlowDeadSearch>({
  ...listReaders(SLOW_DEAD_SORTS),
  flag: readOneOf(FLAGS),
});

/** What lies in stock and is not used. */
export function SlowDeadPage() {
  const { search, ignored, link, go } = usePageSearch('/inventory/slow-dead', readSlowDeadSearch);
  const query = useLiveQuery(slowDeadQuery(useApi()));
  const linkToItem = useLinkToItem(query.data);
  const selected = search.flag === undefined ? undefined : stateOf(search.flag);
  const narrow = (flag: Flag | undefined) => link({ flag, page: undefined });
  return (
    <Page title="Slow and dead stock" ignored={ignored}>
      <ChartPanel
        title="Stock by state"
        query={query}
        isEmpty={isEmpty}
        empty={whyEmpty(query.data, 'There are no items.')}
        formula={SLOW_DEAD_FORMULA}
        view={search.view ?? 'chart'}
        onView={(view) => go({ view: view === 'table' ? view : undefined })}
        actions={<Recalculate shownRunId={query.data?.runId ?? null} />}
        figure={(stock) =>
          slowDeadFigure(stock, (state) => narrow(state === selected ? undefined : flagOf(state)), selected)
        }
      />
      <ItemsPanel
        title={selected === undefined ? 'Items' : `Items: ${words(selected).toLowerCase()}`}
        query={query}
        empty={whyEmpty(query.data, 'No item is in this state.')}
        facts={slowDeadFacts(linkToItem, query.data ?? NOT_YET)}
        rowKey={({ itemId }) => itemId}
        isShown={({ state }) => selected === undefined || state === selected}
        search={search}
        link={link}
        filters={
          <FilterLinks
            label="State"
            choices={FLAGS.map((value) => ({ value, label: words(stateOf(value)) }))}
            value={search.flag}
            linkTo={narrow}
          />
        }
      />
    </Page>
  );
}
