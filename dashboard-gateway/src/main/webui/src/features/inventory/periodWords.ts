import { dayOf } from '../../shared/format';

/** A period in words. */
export function periodWords(
  from: string | undefined,
  to: string | undefined,
  zone: string | undefined,
): string {
  const name = (end: string): string =>
    end.includes('T') ? dayOf(end, zone ?? null) : dayOf(`${end}T00:00:00Z`, null);
  if (from === undefined) {
    return to === undefined ? 'Whole history' : `Up to ${name(to)}`;
  }
  return to === undefined ? `From ${name(from)}` : `${name(from)} to ${name(to)}`;
}
