import { Link } from '@tanstack/react-router';
import styles from './notice.module.css';

export function NotFound() {
  return (
    <div className={styles.notice}>
      <title>Not found · Andon</title>
      <h1>This page does not exist</h1>
      <p>The address may be mistyped, or the page has moved.</p>
      <p>
        <Link to="/overview">Go to the overview</Link>
      </p>
    </div>
  );
}
