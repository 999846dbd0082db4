import { day } from '../../shared/format';
import type { Bucket } from './search';
import type { VolumeDay } from './shapes';

/** One bar of the trend: the days from `from` to `to`, inclusive. */
export interface TrendBar {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly good: number;
  readonly scrap: number;
}

const DAY_MS = 86_400_000;

/** A year of days and a little: a longer range is drawn by week or month. */
const MAX_DAYS = 4_000;

/** Bars for every bucket of the range, also those in which nothing was made: a gap in time must look like one. */
export function trendBars(
  days: readonly VolumeDay[],
  from: string,
  to: string,
  by: Bucket,
): readonly TrendBar[] {
  const bars = new Map<string, TrendBar>();
  for (const date of range(from, to)) {
    const start = bucketStart(date, by);
    const bar = bars.get(start);
    bars.set(
      start,
      bar ? { ...bar, to: date } : { from: date, to: date, label: label(date, by), good: 0, scrap: 0 },
    );
  }
  for (const { date, good, scrap } of days) {
    const start = bucketStart(date, by);
    const bar = bars.get(start);
    if (bar) {
      bars.set(start, { ...bar, good: bar.good + good, scrap: bar.scrap + scrap });
    }
  }
  return [...bars.values()];
}

/** Units of measure by how much of the range they have, since pieces and kilograms do not add up. */
export function unitsOf(days: readonly VolumeDay[]): readonly string[] {
  const seen = new Map<string, number>();
  for (const { uom, good, scrap } of days) {
    seen.set(uom, (seen.get(uom) ?? 0) + (good + scrap > 0 ? 1 : 0));
  }
  return [...seen].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([uom]) => uom);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function range(from: string, to: string): readonly string[] {
  const length = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  return Array.from({ length: Math.max(0, Math.min(length, MAX_DAYS)) }, (_, index) => addDays(from, index));
}

function bucketStart(date: string, by: Bucket): string {
  switch (by) {
    case 'day':
      return date;
    case 'week': {
      // Weeks begin on Monday (ISO 8601).
      const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
      return addDays(date, -weekday);
    }
    case 'month':
      return date.slice(0, 7);
  }
}

function label(date: string, by: Bucket): string {
  return by === 'month'
    ? new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(date),
      )
    : day(date);
}
