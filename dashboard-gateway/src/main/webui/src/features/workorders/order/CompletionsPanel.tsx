import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { DataTable, type Column } from '../../../shared/DataTable';
import { quantity } from '../../../shared/format';
import { PageLinks } from '../../../shared/PageLinks';
import { Panel } from '../../../shared/Panel';
import { completionsQuery } from '../api';
import { Instant } from '../Instant';
import type { Completion } from '../postings';
import type { OrderSearch } from '../search';
import { StatusBadge } from '../StatusBadge';

interface CompletionsPanelProps {
  readonly orderId: string;
  readonly search: OrderSearch;
}

/** What was reported as made, drafts and voided ones among it. */
export function CompletionsPanel({ orderId, search }: CompletionsPanelProps) {
  const query = useLiveQuery({
    ...completionsQuery(useApi(), orderId, search.completions),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel
      title="Completions"
      note="Output reported, the newest first"
      query={query}
      isEmpty={({ data }) => data.length === 0}
      empty="Nothing has been reported yet."
    >
      {({ data, nextCursor }) => (
        <DataTable
          label="Completions"
          columns={columns(orderId, search)}
          rows={data}
          rowKey={({ id }) => id}
          footer={
            <PageLinks
              of="completions"
              parameter="completions"
              cursor={search.completions}
              nextCursor={nextCursor}
            />
          }
        />
      )}
    </Panel>
  );
}

function columns(orderId: string, search: OrderSearch): readonly Column<Completion>[] {
  return [
    {
      key: 'when',
      title: 'When',
      cell: ({ id, occurredAt, createdAt }) => (
        <Link
          className="row-link"
          to="/work-orders/$orderId/completions/$completionId"
          params={{ orderId, completionId: id }}
          search={{ ...search, form: undefined }}
        >
          <Instant at={occurredAt ?? createdAt} />
        </Link>
      ),
    },
    { key: 'kind', title: 'Kind', cell: kindOf },
    { key: 'status', title: 'Status', cell: ({ status }) => <StatusBadge status={status} /> },
    { key: 'quantity', title: 'Quantity', isNumber: true, cell: total },
    { key: 'by', title: 'By', isExtra: true, cell: ({ postedBy, createdBy }) => postedBy ?? createdBy },
  ];
}

export function kindOf({ issueMovementId }: Completion): string {
  return issueMovementId === null ? 'Completion' : 'Batch';
}

/** Every line of a completion is of the order's item, so of one unit. */
function total({ lines }: Completion): string {
  const sum = lines.reduce((all, { quantityCompleted }) => all + quantityCompleted, 0);
  return `${quantity(sum)} ${lines[0]?.uom ?? ''}`;
}
