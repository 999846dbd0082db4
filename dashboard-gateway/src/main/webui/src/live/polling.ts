import type { Clock } from './clock';

/** How the fallback behaves while no stream comes through. */
export const POLL_EVERY_MS = 15_000;
export const POLL_JITTER = 0.2;
export const STREAM_AGAIN_MS = 60_000;

export function nextPollMs(clock: Clock): number {
  return POLL_EVERY_MS * (1 + POLL_JITTER * (2 * clock.random() - 1));
}
