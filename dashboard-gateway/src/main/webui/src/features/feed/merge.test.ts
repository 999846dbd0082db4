import { expect, it } from 'vitest';
import type { LiveEvent } from '../../live/events';
import { MOST_ROWS, mergeFeed } from './merge';

function event(id: string, second: number, more: Partial<LiveEvent> = {}): LiveEvent {
  return {
    id,
    type: 'workorder:changed',
    occurredAt: `2026-11-24T08:00:${String(second).padStart(2, '0')}Z`,
    data: {},
    replayed: false,
    ...more,
  };
}

/** As the log has them: the newest first. */
function logged(...events: readonly LiveEvent[]) {
  return events.map((one, place) => ({ place, event: one })).reverse();
}

function ids(rows: ReturnType<typeof mergeFeed>): readonly string[] {
  return rows.map((row) => row.event.id);
}

it('puts what has come since before the past, each event once', () => {
  const rows = mergeFeed([event('a', 1), event('b', 2)], logged(event('b', 2), event('c', 3)), undefined);
  expect(ids(rows)).toEqual(['c', 'b', 'a']);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
});

it('leaves out what came before the past that was asked for', () => {
  expect(ids(mergeFeed([event('b', 5)], logged(event('a', 1), event('c', 6)), undefined))).toEqual([
    'c',
    'b',
  ]);
});

it('shows a replayed event again', () => {
  const again = event('a', 1, { replayed: true });
  expect(ids(mergeFeed([event('a', 1), event('b', 2)], logged(again), undefined))).toEqual(['a', 'b', 'a']);
});

it('keeps to a type, also one that nobody knows', () => {
  const odd = event('x', 4, { type: 'quality:inspected' });
  expect(ids(mergeFeed([], logged(event('a', 1), odd), 'quality:inspected'))).toEqual(['x']);
});

it('is bounded', () => {
  const many = Array.from({ length: MOST_ROWS + 50 }, (_, index) => event(`e${index}`, 1));
  expect(mergeFeed(many, [], undefined)).toHaveLength(MOST_ROWS);
});
