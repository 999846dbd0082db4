import type { LegendEntry } from './caption';

/** The width of a character of Helvetica, as a part of its size: an average, a little on the safe side. */
const CHARACTER = 0.53;

export function textWidth(text: string, size: number): number {
  return text.length * size * CHARACTER;
}

/** Lines of whole words that fit; a word that is too long has a line to itself. */
export function wrap(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= width) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** As much of a text as fits, with a sign that there is more. */
export function shorten(text: string, width: number, size: number): string {
  const room = Math.floor(width / (size * CHARACTER));
  return text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1)).trimEnd()}…`;
}

export interface PlacedEntry {
  readonly x: number;
  readonly label: string;
  readonly color: string;
}

/** The legend's entries side by side, in as many rows as they need. */
export function legendRows(
  entries: readonly LegendEntry[],
  width: number,
): readonly (readonly PlacedEntry[])[] {
  const rows: PlacedEntry[][] = [];
  let x = 0;
  for (const { label, color, detail } of entries) {
    const text = detail === undefined ? label : `${label} ${detail}`;
    const room = 18 + textWidth(text, 13) + 24;
    if (rows.length === 0 || x + room > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ x, label: text, color });
    x += room;
  }
  return rows;
}
