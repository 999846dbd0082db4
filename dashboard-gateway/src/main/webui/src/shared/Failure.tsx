import { use } from 'react';
import styles from './Failure.module.css';
import { Freshness } from './Freshness';
import { describeFailure, Unreachable } from './problem';

interface FailureProps {
  readonly error: Error;
  readonly hasData: boolean;
  readonly onRetry: () => void;
}

/** Why something did not come, in the server's own words, and a way to try again. */
export function Failure({ error, hasData, onRetry }: FailureProps) {
  const fresh = use(Freshness);
  if (error instanceof Unreachable && hasData && !fresh) {
    // The page is cut off, and says so once, at the top; the figures' age says what that means for them.
    return null;
  }
  const { title, detail, code } = describeFailure(error);
  return (
    <div className={styles.failure} role="alert">
      <div>
        <strong>{title}</strong>
        {code === undefined ? null : <code className={styles.code}>{code}</code>}
        {detail === '' ? null : <p>{detail}</p>}
        {hasData ? <p>What is shown is older.</p> : null}
      </div>
      <button type="button" className="button" onClick={onRetry}>
        Retry
      </button>
    </div>
  );
}
