import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface PageProps {
  readonly title: string;
  /** What the page is about beyond its title, for instance an order's status. */
  readonly beside?: ReactNode;
  /** Where the page hangs, as links, the outermost first. */
  readonly crumbs?: readonly ReactNode[];
  readonly actions?: ReactNode;
  /** Names in the URL that the page does not understand. */
  readonly ignored?: readonly string[];
  readonly children: ReactNode;
}

/** The frame of a page: what it is called, where it hangs, what it is narrowed to. */
export function Page({ title, beside, crumbs = [], actions, ignored = [], children }: PageProps) {
  return (
    <div className={styles.page}>
      <title>{`${title} · Andon`}</title>
      <div className={styles.head}>
        <div>
          {crumbs.length === 0 ? null : (
            <nav aria-label="Where this page is">
              <ol className={styles.crumbs}>
                {crumbs.map((crumb, index) => (
                  <li key={index}>{crumb}</li>
                ))}
              </ol>
            </nav>
          )}
          <div className={styles.title}>
            <h1>{title}</h1>
            {beside}
          </div>
        </div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
      {ignored.length === 0 ? null : (
        <p className={styles.ignored} role="status">
          {`The address asks for something that this page does not know (${ignored.join(', ')}). It shows the rest.`}
        </p>
      )}
      {children}
    </div>
  );
}
