import { Link, Outlet } from '@tanstack/react-router';
import { useSession } from '../auth/SessionContext';
import { LiveIndicator } from '../live/react/LiveIndicator';
import { tenantName } from '../shared/format';
import styles from './shell.module.css';
import { ThemeChoice } from './ThemeChoice';

/** What every page has around it: whose board this is, whether it is live, and who looks at it. */
export function Shell() {
  const session = useSession();
  const { tenant, person } = session.identity;
  return (
    <>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      <header className={styles.bar}>
        <div className={styles.brand}>
          <Link to="/overview" className={styles.name}>
            Andon
          </Link>
          <span className={styles.tenant}>{tenantName(tenant)}</span>
        </div>
        <LiveIndicator onSignIn={() => void session.signIn()} />
        <div className={styles.person}>
          <ThemeChoice />
          <span className={styles.who}>{person}</span>
          <button type="button" className={styles.signOut} onClick={() => void session.signOut()}>
            Sign out
          </button>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.content}>
        <Outlet />
      </main>
    </>
  );
}
