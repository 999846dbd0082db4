import { expect, it } from 'vitest';
import { Coalescer } from './coalescer';
import { EventHandler } from './eventHandler';
import { EventLog } from './eventLog';
import { SeenIds } from './seenIds';
import { event } from './testing/events';
import { FakeClock } from './testing/fakeClock';

function setup() {
  const clock = new FakeClock();
  const flushes: string[] = [];
  const queries = {
    markStale: (prefixes: readonly (readonly unknown[])[]) => {
      flushes.push(prefixes.map((prefix) => prefix.slice(1).join('/')).join(' '));
      return [];
    },
    inFlight: () => null,
    refetch: () => Promise.resolve(),
  };
  const log = new EventLog();
  const handler = new EventHandler('t1', new Coalescer(queries, clock), log);
  return { clock, flushes, log, handler };
}

it('handles an event once, unless it is replayed on purpose', async () => {
  const { clock, flushes, log, handler } = setup();
  const changed = event('inventory.changed', { itemIds: ['i'] });
  handler.handle(changed);
  await clock.advance(1_500);
  handler.handle(changed);
  await clock.advance(1_500);
  expect(flushes).toEqual(['t1/inventory-balances t1/item-movements/i']);
  handler.handle({ ...changed, replayed: true });
  await clock.advance(1_500);
  expect(flushes).toHaveLength(2);
  expect(log.snapshot().map(({ place }) => place)).toEqual([1, 0]);
});

it('still knows a live event after a long replay', async () => {
  const { clock, flushes, handler } = setup();
  const changed = event('inventory.changed', { itemIds: ['i'] });
  handler.handle(changed);
  for (let shown = 0; shown < 5_000; shown++) {
    handler.handle({ ...event('production:changed', {}, `old ${shown}`), replayed: true });
  }
  await clock.advance(1_500);
  const before = flushes.length;
  handler.handle(changed);
  await clock.advance(1_500);
  expect(flushes).toHaveLength(before);
});

it('shows an unknown event in the feed and fetches nothing', async () => {
  const { clock, flushes, log, handler } = setup();
  handler.handle(event('quality:inspected'));
  await clock.advance(1_500);
  expect(flushes).toEqual([]);
  expect(log.snapshot()).toHaveLength(1);
});

it('makes everything of the tenant stale on a resync', async () => {
  const { clock, flushes, handler } = setup();
  handler.resync();
  await clock.advance(100);
  expect(flushes).toEqual(['t1']);
});

it('remembers a bounded number of ids', () => {
  const seen = new SeenIds(3);
  expect(['a', 'b', 'c', 'a', 'd'].map((id) => seen.add(id))).toEqual([true, true, true, false, true]);
  expect(seen.add('a')).toBe(true);
  expect(seen.add('d')).toBe(false);
});
