import { Link } from '@tanstack/react-router';
import styles from './PageLinks.module.css';

interface PageLinksProps {
  /** What the list is of, for whoever hears only the link. */
  readonly of: string;
  readonly cursor: string | undefined;
  readonly nextCursor: string | null;
  /** Where the place is in the URL; `cursor` unless the page has more than one list. */
  readonly parameter?: string;
}

/** To the other pages of a list, whose place is in the URL; the page before is the browser's Back. */
export function PageLinks({ of, cursor, nextCursor, parameter = 'cursor' }: PageLinksProps) {
  if (cursor === undefined && nextCursor === null) {
    return null;
  }
  return (
    <nav className={styles.links} aria-label={`Pages of ${of}`}>
      {cursor === undefined ? null : (
        <Link className="button" to="." search={place(parameter, undefined)}>
          First page
        </Link>
      )}
      {nextCursor === null ? null : (
        <Link className="button" to="." search={place(parameter, nextCursor)}>
          Next page
        </Link>
      )}
    </nav>
  );
}

/** Typed for any page: each that shows a list reads its parameter. */
function place(parameter: string, cursor: string | undefined): never {
  return ((search: object) => ({ ...search, [parameter]: cursor })) as never;
}
