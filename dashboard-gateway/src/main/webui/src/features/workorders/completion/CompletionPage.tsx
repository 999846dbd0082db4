import { Link, useParams } from '@tanstack/react-router';
import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { Failure } from '../../../shared/Failure';
import { Page } from '../../../shared/Page';
import { Panel } from '../../../shared/Panel';
import { ApiProblem } from '../../../shared/problem';
import { useSearchOf } from '../../../shared/routing/search';
import { completionQuery, orderQuery } from '../api';
import { CompletionActions } from './CompletionActions';
import { listSearch, readOrderSearch } from '../search';
import { StatusBadge } from '../StatusBadge';
import { CompletionFacts } from './CompletionFacts';
import { CompletionForms } from './CompletionForms';
import { ConsumedTable, OutputTable } from './lines';

/** One completion or batch: what was made and taken, by whom, and what announced it. */
export function CompletionPage() {
  const { orderId, completionId } = useParams({ from: '/work-orders/$orderId/completions/$completionId' });
  const { search, ignored } = useSearchOf(readOrderSearch);
  const api = useApi();
  const order = useLiveQuery(orderQuery(api, orderId)).data;
  const query = useLiveQuery(completionQuery(api, orderId, completionId));
  const { data: completion, error } = query;
  const isAbsent = completion === undefined && error instanceof ApiProblem && error.status < 500;
  const isBatch = completion !== undefined && completion.issueMovementId !== null;
  return (
    <Page
      title={isBatch ? 'Batch' : 'Completion'}
      beside={completion ? <StatusBadge status={completion.status} /> : undefined}
      crumbs={[
        <Link key="list" to="/work-orders" search={listSearch(search)}>
          Work orders
        </Link>,
        <Link
          key="order"
          to="/work-orders/$orderId"
          params={{ orderId }}
          search={{ ...search, form: undefined }}
        >
          {order?.number ?? 'Work order'}
        </Link>,
      ]}
      ignored={ignored}
      actions={completion ? <CompletionActions completion={completion} search={search} /> : undefined}
    >
      {isAbsent ? (
        <Failure error={error} hasData={false} onRetry={() => void query.refetch()} />
      ) : (
        <>
          {completion ? <CompletionForms completion={completion} search={search} /> : null}
          <Panel title="Posting" query={query}>
            {(shown) => <CompletionFacts completion={shown} />}
          </Panel>
          <Panel title="Made" note="What went into stock" query={query}>
            {({ lines }) => <OutputTable lines={lines} />}
          </Panel>
          {isBatch ? (
            <Panel title="Consumed" note="What was taken out of stock, lot by lot" query={query}>
              {({ consumedLines }) => <ConsumedTable lines={consumedLines} />}
            </Panel>
          ) : null}
        </>
      )}
    </Page>
  );
}
