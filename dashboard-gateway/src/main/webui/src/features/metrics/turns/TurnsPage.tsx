import { keepPreviousData } from '@tanstack/react-query';
import { ChartPanel } from '../../../charts/ChartPanel';
import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { Page } from '../../../shared/Page';
import { readText, searchReader } from '../../../shared/routing/search';
import { usePageSearch } from '../../../shared/routing/usePage';
import { isEmpty, whyEmpty } from '../answer';
import { FilterLinks } from '../FilterLinks';
import { ItemsPanel } from '../ItemsPanel';
import { listReaders, type ListSearch } from '../listSearch';
import { Recalculate } from '../Recalculate';
import { useLinkToItem } from '../useLinkToItem';
import { turnsQuery } from './api';
import { TURNS_SORTS, turnsFacts } from './facts';
import { TURNS_FORMULA, turnsFigure } from './figure';

interface TurnsSearch extends ListSearch {
  /** Days of the window; the latest run has its own. */
  readonly window?: string | undefined;
}

const readTurnsSearch = searchReader<TurnsSearch>({
  ...listReaders(TURNS_SORTS),
  window: readText(/^[1-9]\d{0,3}$/),
});

/** How fast the stock turns. */
export function TurnsPage() {
  const { search, ignored, link, go } = usePageSearch('/inventory/turns', readTurnsSearch);
  const query = useLiveQuery({ ...turnsQuery(useApi(), search.window), placeholderData: keepPreviousData });
  const linkToItem = useLinkToItem(query.data);
  const windows = [...new Set(['30', '90', '365', ...(search.window === undefined ? [] : [search.window])])];
  const nothing =
    search.window === undefined
      ? whyEmpty(query.data, 'There are no items.')
      : `No run has calculated a window of ${search.window} days. A planner can, by the API's turnsWindowDays.`;
  return (
    <Page title="Turns and days of inventory" ignored={ignored}>
      <ChartPanel
        title="Turns by item"
        query={query}
        isEmpty={isEmpty}
        empty={nothing}
        formula={TURNS_FORMULA}
        view={search.view ?? 'chart'}
        onView={(view) => go({ view: view === 'table' ? view : undefined })}
        actions={
          <>
            <FilterLinks
              label="Window"
              all="Latest"
              choices={windows.map((value) => ({ value, label: `${value} days` }))}
              value={search.window}
              linkTo={(window) => link({ window, page: undefined })}
            />
            <Recalculate shownRunId={query.data?.runId ?? null} />
          </>
        }
        figure={(turns) => turnsFigure(turns, linkToItem)}
      />
      <ItemsPanel
        title="Items"
        query={query}
        empty={nothing}
        facts={turnsFacts(linkToItem, query.data?.windowDays ?? null)}
        rowKey={({ itemId }) => itemId}
        isShown={() => true}
        search={search}
        link={link}
      />
    </Page>
  );
}
