import { statusName } from '../../shared/format';

/** What the codes of the metrics mean to a person. */
const WORDS: Readonly<Record<string, string>> = {
  UNVALUED: 'Part of it has no cost, and counts as 0',
  NEGATIVE_STOCK: 'Stock is below zero',
  NO_USAGE: 'Not used in this time',
  NO_STOCK: 'Not in stock in this time',
  HAD_NEGATIVE: 'Stock was below zero for a time, and counts as 0 then',
  ACTIVE: 'Active',
  NEW: 'New',
  SLOW: 'Slow',
  DEAD: 'Dead',
  NONE: 'Not in stock',
};

/** A code in words; one that is new to this page is still readable. */
export function words(code: string): string {
  return Object.hasOwn(WORDS, code) ? (WORDS[code] ?? code) : statusName(code);
}

/** Several codes as one text; null for none. */
export function sentence(codes: readonly (string | null)[]): string | null {
  const known = codes.filter((code) => code !== null).map(words);
  return known.length === 0 ? null : known.join('. ');
}
