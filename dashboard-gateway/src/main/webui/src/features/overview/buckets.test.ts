import { describe, expect, it } from 'vitest';
import { trendBars, unitsOf } from './buckets';

const day = (date: string, good: number, scrap = 0, uom = 'pcs') => ({ date, uom, good, scrap });

describe('the bars of the trend', () => {
  it('have one for each day of the range, also without output', () => {
    const bars = trendBars([day('2026-06-03', 5, 1)], '2026-06-01', '2026-06-04', 'day');
    expect(bars.map(({ from, good, scrap }) => [from, good, scrap])).toEqual([
      ['2026-06-01', 0, 0],
      ['2026-06-02', 0, 0],
      ['2026-06-03', 5, 1],
      ['2026-06-04', 0, 0],
    ]);
  });

  it('hold the weeks from Monday to Sunday, cut at the ends of the range', () => {
    const bars = trendBars([day('2026-06-06', 2), day('2026-06-08', 3)], '2026-06-05', '2026-06-09', 'week');
    expect(bars.map(({ from, to, good }) => [from, to, good])).toEqual([
      ['2026-06-05', '2026-06-07', 2],
      ['2026-06-08', '2026-06-09', 3],
    ]);
  });

  it('hold the months, over the end of a year', () => {
    const bars = trendBars([day('2026-01-01', 1), day('2026-01-31', 2)], '2025-12-30', '2026-02-01', 'month');
    expect(bars.map(({ label, good }) => [label, good])).toEqual([
      ['Dec 2025', 0],
      ['Jan 2026', 3],
      ['Feb 2026', 0],
    ]);
  });

  it('leave out days that are not of the range', () => {
    expect(trendBars([day('2026-07-01', 9)], '2026-06-01', '2026-06-01', 'day')).toMatchObject([{ good: 0 }]);
  });
});

it('offers the units most used first', () => {
  const days = [
    day('2026-06-01', 1, 0, 'kg'),
    day('2026-06-01', 1),
    day('2026-06-02', 1),
    day('2026-06-02', 0, 0, 'l'),
  ];
  expect(unitsOf(days)).toEqual(['pcs', 'kg', 'l']);
});
