import type { Clock } from './clock';

const BASE_MS = 500;
const MAX_MS = 30_000;

/** Full jitter: after a gateway's restart its clients come back spread out, not in waves. */
export function backoffMs(failures: number, clock: Clock): number {
  return clock.random() * Math.min(MAX_MS, BASE_MS * 2 ** failures);
}
