import type { Clock } from './clock';
import type { Attempt } from './states';

export const ANSWER_WITHIN_MS = 15_000;
/**
 * The gateway answers a client with a position once it has found what the client missed, and looks for 30 s at most
 * (andon.recovery.timeout). Who gives up before that goes to the end of its queue each time.
 */
export const RESUMED_WITHIN_MS = 45_000;
export const READY_WITHIN_MS = 5_000;

const LIMIT_MS: Readonly<Record<Attempt['phase'], number>> = {
  requested: ANSWER_WITHIN_MS,
  resuming: RESUMED_WITHIN_MS,
  headers: READY_WITHIN_MS,
};

export function begunNow(phase: Attempt['phase'], clock: Clock): Attempt {
  return { phase, since: clock.now() };
}

export function attemptDeadline(attempt: Attempt): number {
  return attempt.since + LIMIT_MS[attempt.phase];
}
