import styles from './notice.module.css';

/** Shown in place of the whole page when it could not even begin. */
export function StartFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <main className={styles.notice} role="alert">
      <h1>Andon could not start</h1>
      <p>{error instanceof Error ? error.message : 'The reason is not known.'}</p>
      <p>The gateway or the sign-in service may be starting or unreachable.</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </main>
  );
}
