import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import styles from './notice.module.css';

/** In place of a page that could not be shown, be it its code that did not come or a fault in it. */
export function PageFailure({ error }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <div className={styles.notice} role="alert">
      <title>Andon</title>
      <h1>This page could not be shown</h1>
      <p>{error instanceof Error ? error.message : 'The reason is not known.'}</p>
      <p>The other pages are not concerned.</p>
      <p className={styles.ways}>
        <button type="button" className="button" onClick={() => void router.invalidate()}>
          Retry
        </button>
        <Link to="/overview">Go to the overview</Link>
      </p>
    </div>
  );
}
