import type { KeyboardEvent, ReactNode } from 'react';
import styles from './DataTable.module.css';
import type { PageLink } from './routing/link';
import { LinkTo } from './routing/LinkTo';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  /** Figures stand at the right, so that their digits line up. */
  readonly isNumber?: boolean;
  /** Left out where the screen is narrow. */
  readonly isExtra?: boolean;
  readonly cell: (row: T) => ReactNode;
  /** How the rows are sorted by it now, if they are, and where a click on its title leads. */
  readonly sort?: ColumnSort | undefined;
}

export interface ColumnSort {
  readonly direction: 'ascending' | 'descending' | undefined;
  readonly link: PageLink;
}

interface DataTableProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T, index: number) => string;
  /** Within a panel that has others beside it. */
  readonly isCompact?: boolean;
  /** Below the rows: usually the links to the other pages of the list. */
  readonly footer?: ReactNode;
}

/**
 * Rows under a header that stays in sight. A link with the class `row-link` (a real link, in one of the cells) takes
 * clicks on its whole row; the arrow keys go from one such link to the next.
 */
export function DataTable<T>({ label, columns, rows, rowKey, isCompact, footer }: DataTableProps<T>) {
  return (
    <>
      <div
        className={styles.scroll}
        data-compact={isCompact}
        // A region that scrolls must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={`${label}, as a table`}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map(({ key, title, sort, ...column }) => (
                <Heading key={key} title={title} sort={sort} {...column} />
              ))}
            </tr>
          </thead>
          {/* What is interactive are the links in it, whose keys come by here. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <tbody onKeyDown={goToRow}>
            {rows.map((row, index) => (
              <tr key={rowKey(row, index)}>
                {columns.map((column) => (
                  <td key={column.key} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {footer}
    </>
  );
}

function Heading({ title, sort, ...column }: Omit<Column<never>, 'key' | 'cell'>) {
  return (
    <th scope="col" className={classOf(column)} aria-sort={sort?.direction}>
      {sort === undefined ? (
        title
      ) : (
        <LinkTo link={sort.link} className={styles.sort}>
          {title}
          <span aria-hidden="true">{ARROWS[sort.direction ?? 'none']}</span>
        </LinkTo>
      )}
    </th>
  );
}

const ARROWS = { ascending: ' ↑', descending: ' ↓', none: '' } as const;

function classOf({ isNumber, isExtra }: Pick<Column<never>, 'isNumber' | 'isExtra'>): string {
  return [isNumber === true ? 'number' : '', isExtra === true ? styles.extra : ''].join(' ').trim();
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

function goToRow(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a.row-link')];
  const at = links.indexOf(event.target as HTMLElement);
  const next = at < 0 ? undefined : STEPS[event.key]?.(at, links.length - 1);
  if (next !== undefined) {
    event.preventDefault();
    links[next]?.focus();
  }
}
