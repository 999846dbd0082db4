import { hasRole } from '../../../auth/identity';
import { useSession } from '../../../auth/SessionContext';
import { useLiveQuery } from '../../../live/react/LiveContext';
import { useApi } from '../../../shared/ApiContext';
import { Failure } from '../../../shared/Failure';
import { useAttempt } from '../../../shared/form/useAttempt';
import { quantity } from '../../../shared/format';
import { Panel } from '../../../shared/Panel';
import { issuesQuery } from '../api';
import { postIssue } from '../commands';
import { useAfterPost } from '../forms/useFormWay';
import { Instant } from '../Instant';
import { ItemName, LocationName } from '../Names';
import type { Issue } from '../postings';
import { StatusBadge } from '../StatusBadge';
import styles from '../workorders.module.css';

/** What was taken out of stock for the order by itself; what a batch took is with its completion. */
export function IssuesPanel({ orderId }: { orderId: string }) {
  const query = useLiveQuery(issuesQuery(useApi(), orderId));
  return (
    <Panel
      title="Issues"
      note="Materials taken out of stock for this order, beside what batches took"
      query={query}
      isEmpty={({ data }) => data.length === 0}
      empty="Nothing was issued."
    >
      {({ data }) => (
        <ol className={styles.steps}>
          {data.map((issue) => (
            <IssueStep key={issue.id} orderId={orderId} issue={issue} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

function IssueStep({ orderId, issue }: { orderId: string; issue: Issue }) {
  return (
    <li>
      <span>
        {issue.lines.map((line, index) => (
          <span key={index} style={{ display: 'block' }}>
            {`${quantity(line.quantityIssued)} ${line.uom} `}
            <ItemName id={line.componentItemId} />
            <span className={styles.muted}>
              {' from '}
              <LocationName id={line.fromLocationId} />
              {line.lotCode === null ? '' : `, lot ${line.lotCode}`}
            </span>
          </span>
        ))}
      </span>
      <span className={styles.muted}>
        <StatusBadge status={issue.status} /> <Instant at={issue.occurredAt ?? issue.createdAt} />
        {` by ${issue.postedBy ?? issue.createdBy}`}
      </span>
      {issue.status === 'draft' ? <PostDraft orderId={orderId} issue={issue} /> : null}
    </li>
  );
}

/** A draft stays where posting was refused, for instance for lack of stock, and can be posted later. */
function PostDraft({ orderId, issue }: { orderId: string; issue: Issue }) {
  const api = useApi();
  const isOperator = hasRole(useSession().identity, 'operator');
  const { error, isPending, submit } = useAttempt(
    (id: string, key) => postIssue(api, orderId, id, {}, key),
    useAfterPost(),
  );
  return isOperator ? (
    <>
      <button type="button" className="button" aria-disabled={isPending} onClick={() => submit(issue.id)}>
        Post issue
      </button>
      {error ? <Failure error={error} hasData={false} onRetry={() => submit(issue.id)} /> : null}
    </>
  ) : null;
}
