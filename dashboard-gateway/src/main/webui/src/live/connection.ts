import { attemptDeadline, begunNow } from './attempt';
import { backoffMs } from './backoff';
import type { Clock } from './clock';
import { nextPollMs, STREAM_AGAIN_MS } from './polling';
import type { Attempt, ConnectionState, Effect, Signal, Step } from './states';

/*
 * The life of one event stream, as a function: (state, signal) -> (state, effects). Nothing here touches the network,
 * so a test can drive it through any order of events. Three rules hold throughout:
 *  - at most one stream is open: every transition that opens one has closed the one before;
 *  - every state that waits has a time at which it stops waiting (see `deadline`);
 *  - a stream that opens and soon breaks counts as a failure, so a flapping gateway is not hammered.
 */
/** The gateway sends a heartbeat every 15 s: two and a half of them missing is a dead socket. */
export const SILENCE_MS = 40_000;
export const STABLE_AFTER_MS = 10_000;
export const FAILURES_BEFORE_POLLING = 3;

export const IDLE: ConnectionState = { name: 'idle' };

type Connected = Extract<ConnectionState, { name: 'live' | 'catching-up' }>;

/** When the state wants to hear about the time, or null when it waits for nothing. */
export function deadline(state: ConnectionState): number | null {
  switch (state.name) {
    case 'connecting':
      return attemptDeadline(state.attempt);
    case 'catching-up':
    case 'live':
      return state.heardAt + SILENCE_MS;
    case 'reconnecting':
      return state.retryAt;
    case 'polling':
      return Math.min(state.pollAt, state.attempt ? attemptDeadline(state.attempt) : state.retryAt);
    case 'offline':
      return state.attempt ? attemptDeadline(state.attempt) : state.retryAt;
    case 'idle':
    case 'signed-out':
      return null;
  }
}

export function step(state: ConnectionState, signal: Signal, clock: Clock): Step {
  if (state.name === 'signed-out' && signal.type !== 'start') {
    return stay(state);
  }
  switch (signal.type) {
    case 'start':
      return state.name === 'idle' || state.name === 'signed-out' ? connect(clock, 0, null) : stay(state);
    case 'stop':
      return to(IDLE, 'close');
    case 'signed-out':
      return to({ name: 'signed-out', reason: signal.reason }, 'close');
    default:
      return state.name === 'idle' ? stay(state) : running(state, signal, clock);
  }
}

function running(state: ConnectionState, signal: Signal, clock: Clock): Step {
  switch (signal.type) {
    case 'resuming':
    case 'headers':
      return onProgress(state, signal.type, clock);
    case 'ready':
      return onReady(state, clock);
    case 'heard':
      return isConnected(state) ? to({ ...state, heardAt: clock.now() }) : stay(state);
    case 'settled':
      return state.name === 'catching-up' ? to({ ...state, name: 'live' }) : stay(state);
    case 'degraded':
      return isConnected(state) ? to({ ...state, degraded: signal.degraded }) : stay(state);
    case 'bye':
      return isConnected(state)
        ? onBye(signal.retryMs, clock)
        : onFailure(state, 'bye', signal.retryMs, clock);
    case 'failed':
      return onFailure(state, signal.reason, signal.retryMs, clock);
    case 'token-renewed':
      return isConnected(state) ? connect(clock, 0, state.heardAt, true) : stay(state);
    case 'network-lost':
      return to(offline(state, 0, clock), 'close');
    case 'network-back':
    case 'retry-now':
      return tryNow(state, clock);
    case 'page-visible':
      // A page that slept may hold a socket that died meanwhile: its age tells, not its silence so far.
      return isConnected(state) ? onTime(state, clock) : tryNow(state, clock);
    case 'polled':
      return onPolled(state, signal.reached, clock);
    case 'time':
      return onTime(state, clock);
    case 'start':
    case 'stop':
    case 'signed-out':
      return stay(state);
  }
}

function onProgress(state: ConnectionState, phase: Attempt['phase'], clock: Clock): Step {
  return 'attempt' in state && state.attempt
    ? to({ ...state, attempt: begunNow(phase, clock) })
    : stay(state);
}

function onReady(state: ConnectionState, clock: Clock): Step {
  if (!('attempt' in state) || !state.attempt) {
    return stay(state);
  }
  const now = clock.now();
  const failures = 'failures' in state ? state.failures : 0;
  return to({ name: 'catching-up', openedAt: now, heardAt: now, degraded: false, failures });
}

function onBye(retryMs: number, clock: Clock): Step {
  const retryAt = clock.now() + retryMs;
  const lostAt = clock.now();
  return to({ name: 'reconnecting', failures: 0, retryAt, lostAt, reason: 'gateway-restarts' }, 'close');
}

function onFailure(state: ConnectionState, reason: string, retryMs: number | undefined, clock: Clock): Step {
  const wait = (failures: number): number => clock.now() + (retryMs ?? backoffMs(failures, clock));
  switch (state.name) {
    case 'connecting':
      return failedAgain(state.failures + 1, state.lostAt ?? clock.now(), reason, wait, clock);
    case 'catching-up':
    case 'live': {
      const stable = clock.now() - state.openedAt >= STABLE_AFTER_MS;
      return failedAgain(stable ? 1 : state.failures + 1, state.heardAt, reason, wait, clock);
    }
    case 'polling':
      return to({ ...state, attempt: null, retryAt: clock.now() + (retryMs ?? STREAM_AGAIN_MS) }, 'close');
    case 'offline': {
      const failures = state.failures + 1;
      return to({ ...state, attempt: null, failures, retryAt: wait(failures) }, 'close');
    }
    case 'idle':
    case 'reconnecting':
    case 'signed-out':
      return stay(state);
  }
}

function failedAgain(
  failures: number,
  lostAt: number,
  reason: string,
  wait: (failures: number) => number,
  clock: Clock,
): Step {
  if (failures >= FAILURES_BEFORE_POLLING || reason === 'buffered') {
    // A gateway that has just started answers requests a moment before it streams: it deserves one more try soon.
    const retryAt = reason === 'buffered' ? clock.now() + STREAM_AGAIN_MS : wait(failures);
    return poll({ name: 'polling', attempt: null, pollAt: 0, retryAt, lostAt }, clock);
  }
  return to({ name: 'reconnecting', failures, retryAt: wait(failures), lostAt, reason }, 'close');
}

function poll(state: Extract<ConnectionState, { name: 'polling' }>, clock: Clock): Step {
  const effects: Effect[] = state.attempt ? ['poll'] : ['close', 'poll'];
  return { state: { ...state, pollAt: clock.now() + nextPollMs(clock) }, effects };
}

function onPolled(state: ConnectionState, reached: boolean, clock: Clock): Step {
  if (state.name !== 'polling' || reached) {
    return stay(state);
  }
  return to(offline(state, FAILURES_BEFORE_POLLING, clock), 'close');
}

function onTime(state: ConnectionState, clock: Clock): Step {
  const due = deadline(state);
  if (due === null || clock.now() < due) {
    return stay(state);
  }
  switch (state.name) {
    case 'catching-up':
    case 'live':
      return onFailure(state, 'silent', undefined, clock);
    case 'reconnecting':
      return connect(clock, state.failures, state.lostAt);
    case 'connecting':
    case 'polling':
    case 'offline':
      if (state.attempt && clock.now() >= attemptDeadline(state.attempt)) {
        return onFailure(
          state,
          state.attempt.phase === 'headers' ? 'buffered' : 'no-answer',
          undefined,
          clock,
        );
      }
      return state.name === 'polling' && clock.now() >= state.pollAt
        ? poll(state, clock)
        : tryNow(state, clock);
    case 'idle':
    case 'signed-out':
      return stay(state);
  }
}

function tryNow(state: ConnectionState, clock: Clock): Step {
  switch (state.name) {
    case 'reconnecting':
      return connect(clock, state.failures, state.lostAt);
    case 'polling':
    case 'offline':
      return state.attempt
        ? stay(state)
        : to({ ...state, attempt: begunNow('requested', clock) }, 'close', 'open');
    case 'idle':
    case 'connecting':
    case 'catching-up':
    case 'live':
    case 'signed-out':
      return stay(state);
  }
}

function connect(clock: Clock, failures: number, lostAt: number | null, planned = false): Step {
  return to(
    { name: 'connecting', attempt: begunNow('requested', clock), failures, lostAt, planned },
    'close',
    'open',
  );
}

function offline(state: ConnectionState, failures: number, clock: Clock): ConnectionState {
  const lostAt = 'lostAt' in state && state.lostAt !== null ? state.lostAt : clock.now();
  return {
    name: 'offline',
    attempt: null,
    failures,
    lostAt,
    retryAt: clock.now() + backoffMs(failures, clock),
  };
}

export function isConnected(state: ConnectionState): state is Connected {
  return state.name === 'live' || state.name === 'catching-up';
}

function to(state: ConnectionState, ...effects: Effect[]): Step {
  return { state, effects };
}

function stay(state: ConnectionState): Step {
  return { state, effects: [] };
}
