import { Link, useParams } from '@tanstack/react-router';
import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { Failure } from '../../../shared/Failure';
import { Page } from '../../../shared/Page';
import { ApiProblem } from '../../../shared/problem';
import { useSearchOf } from '../../../shared/routing/search';
import { orderQuery } from '../api';
import { listSearch, readOrderSearch } from '../search';
import { StatusBadge } from '../StatusBadge';
import styles from '../workorders.module.css';
import { CompletionsPanel } from './CompletionsPanel';
import { HistoryPanel } from './HistoryPanel';
import { IssuesPanel } from './IssuesPanel';
import { MaterialsPanel } from './MaterialsPanel';
import { OrderActions } from './OrderActions';
import { OrderForms } from './OrderForms';
import { ProgressPanel } from './ProgressPanel';

/** One work order: how far it is, what it took and made, and what can be done with it. */
export function OrderPage() {
  const { orderId } = useParams({ from: '/work-orders/$orderId' });
  const { search, ignored } = useSearchOf(readOrderSearch);
  const query = useLiveQuery(orderQuery(useApi(), orderId));
  const { data: order, error } = query;
  const isAbsent = order === undefined && error instanceof ApiProblem && error.status < 500;
  return (
    <Page
      title={order?.number ?? 'Work order'}
      beside={order ? <StatusBadge status={order.status} /> : undefined}
      crumbs={[
        <Link key="list" to="/work-orders" search={listSearch(search)}>
          Work orders
        </Link>,
      ]}
      ignored={ignored}
      actions={order ? <OrderActions order={order} search={search} /> : undefined}
    >
      {isAbsent ? (
        <Failure error={error} hasData={false} onRetry={() => void query.refetch()} />
      ) : (
        <>
          {order ? <OrderForms key={order.id} order={order} search={search} /> : null}
          <div className={styles.panels}>
            <div className={styles.column}>
              <ProgressPanel query={query} />
              <CompletionsPanel orderId={orderId} search={search} />
            </div>
            <div className={styles.column}>
              <MaterialsPanel orderId={orderId} />
              <IssuesPanel orderId={orderId} />
              <HistoryPanel orderId={orderId} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}
