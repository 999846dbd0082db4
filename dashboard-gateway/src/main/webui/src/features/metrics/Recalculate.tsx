import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { hasRole } from '../../auth/identity';
import { useSession } from '../../auth/SessionContext';
import { useApi } from '../../shared/ApiContext';
import { describeFailure } from '../../shared/problem';
import { triggerRun } from './triggerRun';
import styles from './metrics.module.css';

/** The job takes seconds; after this long its end is not worth waiting for in silence. */
const LONG_MS = 60_000;

/** Starts the metrics job, for whoever may. */
export function Recalculate({ shownRunId }: { shownRunId: string | null }) {
  return hasRole(useSession().identity, 'planner') ? <Trigger shownRunId={shownRunId} /> : null;
}

/** The job's figures come by themselves: the run's events make the panels refetch. */
function Trigger({ shownRunId }: { shownRunId: string | null }) {
  const api = useApi();
  const run = useMutation({ mutationFn: () => triggerRun(api) });
  const started = run.data?.runId;
  const [slowRun, setSlowRun] = useState<string | null>(null);
  const waiting = started !== undefined && started !== shownRunId && slowRun !== started;
  useEffect(() => {
    if (!waiting) {
      return undefined;
    }
    const timer = setTimeout(() => setSlowRun(started), LONG_MS);
    return () => clearTimeout(timer);
  }, [waiting, started]);
  const busy = run.isPending || waiting;
  return (
    <span className={styles.recalculate}>
      <button type="button" className="button" disabled={busy} onClick={() => run.mutate()}>
        {busy ? 'Recalculating…' : 'Recalculate'}
      </button>
      <span role="status" className={styles.outcome}>
        {outcome(run.error, slowRun !== null && slowRun === started && started !== shownRunId)}
      </span>
    </span>
  );
}

function outcome(error: Error | null, slow: boolean): string {
  if (error) {
    const { title, detail } = describeFailure(error);
    return detail === '' ? title : `${title}: ${detail}`;
  }
  return slow ? 'Still calculating. The figures will appear here.' : '';
}
