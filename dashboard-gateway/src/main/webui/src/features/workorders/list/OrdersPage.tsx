import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { hasRole } from '../../../auth/identity';
import { useSession } from '../../../auth/SessionContext';
import { useLiveQuery } from '../../../live/react/LiveContext';
import { useZone } from '../../../live/react/useCatalog';
import { useApi } from '../../../shared/ApiContext';
import { DataTable } from '../../../shared/DataTable';
import { Page } from '../../../shared/Page';
import { PageLinks } from '../../../shared/PageLinks';
import { Panel } from '../../../shared/Panel';
import { useSearchOf } from '../../../shared/routing/search';
import { dayAfter, instantIn } from '../../../shared/zone';
import { ordersQuery } from '../api';
import { readOrdersSearch, type OrdersSearch } from '../search';
import { orderColumns } from './columns';
import { OrderFilters } from './OrderFilters';

/** The work orders, narrowed by what the URL says. */
export function OrdersPage() {
  const { search, ignored } = useSearchOf(readOrdersSearch);
  const { identity } = useSession();
  return (
    <Page
      title="Work orders"
      ignored={ignored}
      actions={
        <>
          <OrderFilters search={search} />
          {hasRole(identity, 'planner') ? (
            <Link className="button" to="/work-orders/new" search={search}>
              New work order
            </Link>
          ) : null}
        </>
      }
    >
      <Orders search={search} />
    </Page>
  );
}

function Orders({ search }: { search: OrdersSearch }) {
  const { status, item, due, overdue, cursor } = search;
  const zone = useZone();
  const filter = {
    status,
    itemId: item,
    dueBefore: due === undefined || zone === undefined ? undefined : instantIn(zone, dayAfter(due)),
    overdue,
    cursor,
  };
  const query = useLiveQuery({
    ...ordersQuery(useApi(), filter),
    // A day begins when the tenant's clock says so, which has to be known first.
    enabled: due === undefined || zone !== undefined,
    placeholderData: keepPreviousData,
  });
  const narrowed = Object.keys(search).length > 0;
  return (
    <Panel
      title="Orders"
      note={describeFilter(search)}
      query={query}
      isEmpty={({ data }) => data.length === 0}
      empty={narrowed ? <NothingHere /> : 'No work orders yet. A new one appears here by itself.'}
    >
      {({ data, nextCursor }) => (
        <DataTable
          label="Work orders"
          columns={orderColumns(search)}
          rows={data}
          rowKey={({ id }) => id}
          footer={<PageLinks of="work orders" cursor={cursor} nextCursor={nextCursor} />}
        />
      )}
    </Panel>
  );
}

function NothingHere() {
  return (
    <span>
      No work order is like that. <Link to="/work-orders">Show all</Link>
    </span>
  );
}

function describeFilter({ overdue, due }: OrdersSearch): string {
  if (overdue === 'true') {
    return 'Open, and past their due time; the newest first';
  }
  return due === undefined ? 'The newest first' : `Due by the end of ${due}; the newest first`;
}
