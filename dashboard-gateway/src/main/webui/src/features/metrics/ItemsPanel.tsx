import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TablePanel } from '../../charts/TablePanel';
import type { PageLink } from '../../shared/routing/link';
import { readSort, sorted, sortText, type Fact } from '../../shared/table/facts';
import { FactTable } from '../../shared/table/FactTable';
import { pageOf, Pager } from '../../shared/table/Pager';
import type { MetricAnswer } from './answer';
import type { ListSearch } from './listSearch';

interface ItemsPanelProps<R> {
  readonly title: string;
  readonly query: UseQueryResult<MetricAnswer<R>>;
  readonly empty: ReactNode;
  readonly facts: readonly Fact<R>[];
  readonly rowKey: (row: R) => string;
  /** Which rows the page is narrowed to. */
  readonly isShown: (row: R) => boolean;
  readonly search: ListSearch;
  readonly link: (change: ListSearch) => PageLink;
  /** What the list can be narrowed to. */
  readonly filters?: ReactNode;
}

/** The rows behind a chart, sorted and paged by the URL. */
export function ItemsPanel<R>({ title, query, facts, search, rowKey, ...props }: ItemsPanelProps<R>) {
  const sort = readSort(search.sort, facts);
  const rows = sorted(query.data?.data.filter(props.isShown) ?? [], facts, sort);
  const { page, rows: shown } = pageOf(rows, Number(search.page ?? 1));
  return (
    <TablePanel
      title={title}
      note={query.data === undefined ? '' : rows.length === 1 ? '1 row' : `${rows.length} rows`}
      query={query}
      empty={props.empty}
      facts={facts}
      rows={rows}
      actions={props.filters}
    >
      {() => (
        <>
          <FactTable
            label={title}
            facts={facts}
            rows={shown}
            rowKey={rowKey}
            sorting={{ sort, linkTo: (next) => props.link({ sort: sortText(next), page: undefined }) }}
          />
          <Pager
            of={title}
            count={rows.length}
            page={page}
            linkToPage={(to) => props.link({ page: to === 1 ? undefined : String(to) })}
          />
        </>
      )}
    </TablePanel>
  );
}
