import { useSearch } from '@tanstack/react-router';
import { isRecord } from '../guards';

/** Everything that a page can be asked for lives in the URL, as plain text, so that Back and bookmarks work. */
export type Search = Readonly<Record<string, string | undefined>>;

/** What a page takes out of a URL, which comes from anywhere: what makes no sense is left out, not sent on. */
export type ReadSearch<T> = (raw: unknown) => T;

type Readers<T> = { readonly [K in keyof T]-?: (value: unknown) => T[K] };

/** Reads each parameter by itself; one that is not understood is absent. */
export function searchReader<T extends object>(readers: Readers<T>): ReadSearch<T> {
  return (raw) => {
    const search = isRecord(raw) ? raw : {};
    const entries = Object.entries<(value: unknown) => unknown>(readers)
      .map(([name, read]) => [name, read(search[name])] as const)
      .filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries) as T;
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readText(pattern: RegExp): (value: unknown) => string | undefined {
  return (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined);
}

export const readId = readText(ID);

/** A position in a list, which only the service understands. */
export const readCursor = readText(/^[\w\-.~=+/:]{1,200}$/);

export function readOneOf<T extends string>(values: readonly T[]): (value: unknown) => T | undefined {
  return (value) => values.find((one) => one === value);
}

export function readDay(value: unknown): string | undefined {
  const date = readText(DAY)(value);
  const time = date === undefined ? NaN : Date.parse(`${date}T00:00:00Z`);
  // "2026-02-30" parses in some engines, as a day of March.
  return date !== undefined && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
    ? date
    : undefined;
}

/** A day, or an instant as RFC 3339 has it. */
export function readDayOrTime(value: unknown): string | undefined {
  const time = readText(/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/)(value);
  return time !== undefined && !Number.isNaN(Date.parse(time)) ? time : readDay(value);
}

/** The page's part of the URL, and the names of what in it was not understood. */
export function useSearchOf<T extends object>(
  read: ReadSearch<T>,
): { readonly search: T; readonly ignored: readonly string[] } {
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const search = read(raw);
  return { search, ignored: Object.keys(raw).filter((name) => !(name in search)) };
}

/** The search as the router keeps it: plain text, where its default would quote what looks like JSON. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const named = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value as string | number)]],
  );
  const text = new URLSearchParams(named).toString();
  return text === '' ? '' : `?${text}`;
}
