import { expect, it } from 'vitest';
import { dayAfter, instantIn, localIn } from './zone';

it.each([
  ['UTC', '2026-11-24', '2026-11-24T00:00:00.000Z'],
  ['Asia/Tokyo', '2026-07-01', '2026-06-30T15:00:00.000Z'],
  ['America/Denver', '2026-06-30T17:30', '2026-06-30T23:30:00.000Z'],
  ['Europe/Lisbon', '2026-03-29T00:30', '2026-03-29T00:30:00.000Z'],
  ['Europe/Lisbon', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['Europe/Lisbon', '2026-10-25', '2026-10-24T23:00:00.000Z'],
  ['Europe/Lisbon', '2026-10-26', '2026-10-26T00:00:00.000Z'],
])('in %s, %s is %s', (zone, local, instant) => {
  expect(instantIn(zone, local)).toBe(instant);
  expect(localIn(zone, instant).slice(0, local.length)).toBe(local);
});

it('knows the day after', () => {
  expect(dayAfter('2026-02-28')).toBe('2026-03-01');
  expect(dayAfter('2028-12-31')).toBe('2029-01-01');
});
