import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { hasRole } from '../../auth/identity';
import { useSession } from '../../auth/SessionContext';
import { useApi } from '../../shared/ApiContext';
import { useAttempt } from '../../shared/form/useAttempt';
import { describeFailure } from '../../shared/problem';
import { QUERY, queryKey } from '../../shared/queryKeys';
import { triggerRun } from './api';
import styles from './runs.module.css';

/** Starts the metrics job, for whoever may, and lets the lists see the run that it began. */
export function Recalculate() {
  const { identity } = useSession();
  const api = useApi();
  const queries = useQueryClient();
  const { error, isPending, result, submit } = useAttempt(
    (_: 'now', key) => triggerRun(api, key),
    () => void queries.invalidateQueries({ queryKey: queryKey(api.tenant, [QUERY.metricsRuns]) }),
  );
  if (!hasRole(identity, 'planner')) {
    return null;
  }
  return (
    <>
      <span role="status" className={styles.outcome}>
        {error ? <Refusal error={error} /> : null}
        {!error && result ? (
          <>
            {'Started '}
            <Link to="/runs/$runId" params={{ runId: result.runId }}>{`run …${result.runId.slice(-6)}`}</Link>
          </>
        ) : null}
      </span>
      <button type="button" className="button" aria-disabled={isPending} onClick={() => submit('now')}>
        Recalculate
      </button>
    </>
  );
}

function Refusal({ error }: { error: Error }) {
  const { title, detail, code } = describeFailure(error);
  return (
    <span className={styles.refusal}>
      <strong>{title}</strong>
      {code === undefined ? null : <code>{` ${code}`}</code>}
      {detail === '' ? null : ` ${detail}`}
    </span>
  );
}
