import type { PageLink } from '../routing/link';
import { LinkTo } from '../routing/LinkTo';
import styles from './Pager.module.css';

export const PAGE_SIZE = 50;

/** The page that is asked for, or the last one when it is beyond. */
export function pageOf<R>(
  rows: readonly R[],
  asked: number,
): { readonly page: number; readonly rows: readonly R[] } {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked), pages);
  return { page, rows: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE) };
}

interface PagerProps {
  readonly of: string;
  readonly count: number;
  readonly page: number;
  readonly linkToPage: (page: number) => PageLink;
}

/** Which of many rows are shown, and the ways to the others. Nothing where all fit. */
export function Pager({ of, count, page, linkToPage }: PagerProps) {
  const pages = Math.ceil(count / PAGE_SIZE);
  if (pages <= 1) {
    return null;
  }
  const first = (page - 1) * PAGE_SIZE + 1;
  return (
    <nav className={styles.pager} aria-label={`Pages of ${of}`}>
      <span>{`${first} to ${Math.min(page * PAGE_SIZE, count)} of ${count}`}</span>
      {page > 1 ? (
        <LinkTo link={linkToPage(page - 1)} className="button">
          Previous
        </LinkTo>
      ) : null}
      {page < pages ? (
        <LinkTo link={linkToPage(page + 1)} className="button">
          Next
        </LinkTo>
      ) : null}
    </nav>
  );
}
