import type { ReactNode } from 'react';
import type { Column } from '../DataTable';

export type Cell = string | number | null;

/** One fact about a row: a column on screen, and one in a file. */
export interface Fact<R> extends Omit<Column<R>, 'cell'> {
  /** Its name in files and in the URL: the API's name of the field. */
  readonly key: string;
  readonly value: (row: R) => Cell;
  /** How the page shows it; the value itself, unless given. */
  readonly cell?: (row: R) => ReactNode;
  /** How many decimal places the page shows, so that the points line up; as many as it takes, unless given. */
  readonly digits?: number;
  /** Whether it stands only in files, where nobody minds the width. */
  readonly isFileOnly?: boolean;
}

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

/** "-value" is by value, the highest first. */
export function readSort<R>(text: string | undefined, facts: readonly Fact<R>[]): Sort | null {
  const by = text?.replace(/^-/, '');
  const known = facts.some(({ key, isFileOnly }) => key === by && isFileOnly !== true);
  return by !== undefined && known ? { by, descending: text?.startsWith('-') === true } : null;
}

export function sortText({ by, descending }: Sort): string {
  return `${descending ? '-' : ''}${by}`;
}

/** The rows in order. What is not known comes last, whichever way; equals keep their order. */
export function sorted<R>(rows: readonly R[], facts: readonly Fact<R>[], sort: Sort | null): readonly R[] {
  const fact = facts.find(({ key }) => key === sort?.by);
  if (!fact || !sort) {
    return rows;
  }
  const sign = sort.descending ? -1 : 1;
  return [...rows].sort((one, other) => compare(fact.value(one), fact.value(other), sign));
}

function compare(one: Cell, other: Cell, sign: 1 | -1): number {
  if (one === null || other === null) {
    return one === other ? 0 : one === null ? 1 : -1;
  }
  return typeof one === 'number' && typeof other === 'number'
    ? sign * (one - other)
    : sign * String(one).localeCompare(String(other), 'en', { numeric: true });
}
