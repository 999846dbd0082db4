import { Link, Outlet } from '@tanstack/react-router';
import { useSession } from '../auth/SessionContext';
import { LiveIndicator } from '../live/react/LiveIndicator';
import { tenantName } from '../shared/format';
import { Navigation } from './Navigation';
import { Refresh } from './Refresh';
import styles from './shell.module.css';
import { ThemeChoice } from './ThemeChoice';
import { useFocusOfPage } from './useFocusOfPage';

/** What every page has around it: whose board this is, whether it is live, and who looks at it. */
export function Shell() {
  const session = useSession();
  useFocusOfPage();
  const { tenant, person } = session.identity;
  return (
    <>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      <header className={styles.top}>
        <div className={styles.bar}>
          <div className={styles.brand}>
            <Link to="/overview" className={styles.name}>
              Andon
            </Link>
            <span className={styles.tenant}>{tenantName(tenant)}</span>
          </div>
          <div className={styles.live}>
            <LiveIndicator onSignIn={() => void session.signIn()} />
            <Refresh />
          </div>
          <div className={styles.person}>
            <ThemeChoice />
            <span className={styles.who}>{person}</span>
            <button type="button" className={styles.signOut} onClick={() => void session.signOut()}>
              Sign out
            </button>
          </div>
        </div>
        <Navigation />
      </header>
      <main id="content" tabIndex={-1} className={styles.content}>
        <Outlet />
      </main>
    </>
  );
}
