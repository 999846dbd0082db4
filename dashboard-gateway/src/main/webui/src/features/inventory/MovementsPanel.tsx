import { keepPreviousData } from '@tanstack/react-query';
import { TablePanel } from '../../charts/TablePanel';
import { useLiveQuery } from '../../live/react/LiveContext';
import { useApi } from '../../shared/ApiContext';
import { readSort, sorted, sortText, type Fact } from '../../shared/table/facts';
import { FactTable } from '../../shared/table/FactTable';
import { pageOf, Pager } from '../../shared/table/Pager';
import { movementsQuery, type Movement } from './api';
import { periodWords } from './periodWords';
import type { MovementControl } from './search';

interface MovementsPanelProps {
  readonly itemId: string;
  readonly facts: readonly Fact<Movement>[];
  readonly control: MovementControl;
  readonly zone: string | undefined;
}

/** The lines of the ledger about an item, each leading to what caused it. */
export function MovementsPanel({ itemId, facts, control: { search, link }, zone }: MovementsPanelProps) {
  const query = useLiveQuery({
    ...movementsQuery(useApi(), itemId, search),
    placeholderData: keepPreviousData,
  });
  const sort = readSort(search.sort, facts);
  const rows = sorted(query.data?.data ?? [], facts, sort);
  const { page, rows: shown } = pageOf(rows, Number(search.page ?? 1));
  const cut = query.data?.nextCursor == null ? '' : `, the latest ${rows.length}`;
  return (
    <TablePanel
      title="Movements"
      note={`${periodWords(search.from, search.to, zone)}${cut}`}
      query={query}
      empty="Nothing moved in this time."
      facts={facts}
      rows={rows}
    >
      {() => (
        <>
          <FactTable
            label="Movements"
            facts={facts}
            rows={shown}
            rowKey={({ movementId, lineNo }) => `${movementId} ${lineNo}`}
            sorting={{ sort, linkTo: (next) => link({ sort: sortText(next), page: undefined }) }}
          />
          <Pager
            of="movements"
            count={rows.length}
            page={page}
            linkToPage={(to) => link({ page: to === 1 ? undefined : String(to) })}
          />
        </>
      )}
    </TablePanel>
  );
}
