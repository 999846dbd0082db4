import { Changed } from '../Changed';
import { DataTable, type Column, type ColumnSort } from '../DataTable';
import { quantity } from '../format';
import type { PageLink } from '../routing/link';
import { sorted, type Cell, type Fact, type Sort } from './facts';

interface FactTableProps<R> {
  readonly label: string;
  readonly facts: readonly Fact<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly isCompact?: boolean;
  readonly sorting?: Sorting | undefined;
}

/** How the rows are sorted, and where a click on a column's name leads. */
export interface Sorting {
  readonly sort: Sort | null;
  readonly linkTo: (sort: Sort) => PageLink;
}

/** Rows of facts as a table. */
export function FactTable<R>({ facts, rows, sorting, ...table }: FactTableProps<R>) {
  return (
    <DataTable
      {...table}
      columns={facts
        .filter(({ isFileOnly }) => isFileOnly !== true)
        .map((fact) => ({ ...columnOf(fact), ...(sorting ? { sort: sortOf(fact, sorting) } : {}) }))}
      rows={sorted(rows, facts, sorting?.sort ?? null)}
    />
  );
}

function columnOf<R>({ value, cell, digits, ...column }: Fact<R>): Column<R> {
  return { ...column, cell: cell ?? ((row) => <Plain value={value(row)} digits={digits} />) };
}

function sortOf<R>({ key, isNumber }: Fact<R>, { sort, linkTo }: Sorting): ColumnSort {
  const here = sort?.by === key ? sort : null;
  // What a person asks for first: names from A on, figures from the highest down.
  const next = { by: key, descending: here ? !here.descending : isNumber === true };
  return { direction: here ? (here.descending ? 'descending' : 'ascending') : undefined, link: linkTo(next) };
}

function Plain({ value, digits }: { value: Cell; digits: number | undefined }) {
  const shown = typeof value === 'number' ? quantity(value, digits) : (value ?? '–');
  return <Changed value={value}>{shown}</Changed>;
}
