import type { Cell } from '../shared/table/facts';

export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What makes a spreadsheet take a text for a formula, also in full width (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** What must stand between quotes (RFC 4180, section 2); spaces at the ends are kept by quoting too. */
const QUOTED = /[",\r\n]|^\s|\s$/;

/** The rows as RFC 4180 wants them. Figures are written in full, with a point, whatever the reader's language. */
export function toCsv({ header, rows }: Sheet): string {
  return [header, ...rows].map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}

function field(cell: Cell): string {
  if (cell === null) {
    return '';
  }
  // A number is no formula, even when it begins with a minus.
  const text = typeof cell === 'number' ? String(cell) : FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
