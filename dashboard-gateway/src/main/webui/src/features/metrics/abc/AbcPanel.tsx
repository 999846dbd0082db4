import { ChartPanel } from '../../../charts/ChartPanel';
import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { usePageLink } from '../../../shared/routing/usePage';
import { isEmpty, whyEmpty } from '../answer';
import { Recalculate } from '../Recalculate';
import { useLinkToItem } from '../useLinkToItem';
import { AbcClasses } from './AbcClasses';
import { abcQuery } from './api';
import { ABC_FORMULA, abcFigure } from './figure';

interface AbcPanelProps {
  readonly view: 'chart' | 'table';
  readonly onView: (view: 'chart' | 'table') => void;
  readonly selectedItem: string | undefined;
}

/** The classification as a panel of the overview: which items carry the value that leaves the stock. */
export function AbcPanel({ view, onView, selectedItem }: AbcPanelProps) {
  const query = useLiveQuery(abcQuery(useApi()));
  const linkToItem = useLinkToItem(query.data);
  const page = usePageLink();
  return (
    <ChartPanel
      area="abc"
      title="ABC classification"
      query={query}
      isEmpty={isEmpty}
      empty={whyEmpty(query.data, 'No items to classify.')}
      formula={ABC_FORMULA}
      view={view}
      onView={onView}
      actions={<Recalculate shownRunId={query.data?.runId ?? null} />}
      above={({ data }) => (
        <AbcClasses items={data} linkTo={(abcClass) => page('/inventory/abc', { class: abcClass })} />
      )}
      figure={(abc) => abcFigure(abc, linkToItem, { item: selectedItem })}
    />
  );
}
