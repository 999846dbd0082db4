import type { LiveEvent } from '../../live/events';
import type { LoggedEvent } from '../../live/eventLog';

/** More rows than this are no help to a reader, and cost the browser. */
export const MOST_ROWS = 400;

/** An event as a row: its key is its own although a replayed event comes again with its id. */
export interface FeedRow {
  readonly key: string;
  readonly event: LiveEvent;
}

/**
 * What was asked for from the past and what has come since, the newest first, each once.
 *
 * @param past the oldest first, as the gateway gives it
 * @param log the newest first
 */
export function mergeFeed(
  past: readonly LiveEvent[],
  log: readonly LoggedEvent[],
  type: string | undefined,
): readonly FeedRow[] {
  const known = new Set(past.map(({ id }) => id));
  const come = log
    .filter(({ event }) => type === undefined || event.type === type)
    .filter(({ event }) => event.replayed || !known.has(event.id))
    .map(({ place, event }) => ({ key: `live ${place}`, event }));
  // The log may reach further back than what was asked for.
  const oldest = past.at(-1)?.occurredAt ?? '';
  const since =
    past.length === 0 ? come : come.filter(({ event }) => event.replayed || event.occurredAt >= oldest);
  const gone = [...past].reverse().map((event) => ({ key: `past ${event.id}`, event }));
  return [...since, ...gone].slice(0, MOST_ROWS);
}
