/**
 * One try to open the stream: it is to be requested, is out with a position after which it is to go on, or its headers
 * came and system.ready is awaited.
 */
export interface Attempt {
  readonly phase: 'requested' | 'resuming' | 'headers';
  readonly since: number;
}

interface Connected {
  readonly openedAt: number;
  readonly heardAt: number;
  /** The stream works, but the gateway says that events reach it late. */
  readonly degraded: boolean;
  readonly failures: number;
}

/** Where the page stands towards the stream. Each state holds what only it needs. */
export type ConnectionState =
  | { readonly name: 'idle' }
  | {
      readonly name: 'connecting';
      readonly attempt: Attempt;
      readonly failures: number;
      /** When the page was last up to date; null before the first stream. */
      readonly lostAt: number | null;
      /** A planned change of streams, for a fresh token: nothing is wrong. */
      readonly planned: boolean;
    }
  | ({ readonly name: 'catching-up' } & Connected)
  | ({ readonly name: 'live' } & Connected)
  | {
      readonly name: 'reconnecting';
      readonly failures: number;
      readonly retryAt: number;
      readonly lostAt: number;
      readonly reason: string;
    }
  | {
      readonly name: 'polling';
      readonly attempt: Attempt | null;
      readonly pollAt: number;
      readonly retryAt: number;
      readonly lostAt: number;
    }
  | {
      readonly name: 'offline';
      readonly attempt: Attempt | null;
      readonly failures: number;
      readonly retryAt: number;
      readonly lostAt: number;
    }
  | { readonly name: 'signed-out'; readonly reason: SignedOutReason };

export type SignedOutReason = 'session-ended' | 'refused' | 'tenant-suspended';

export type StateName = ConnectionState['name'];

/** What happens to a connection. */
export type Signal =
  | { readonly type: 'start' }
  | { readonly type: 'resuming' }
  | { readonly type: 'headers' }
  | { readonly type: 'ready' }
  | { readonly type: 'heard' }
  | { readonly type: 'settled' }
  | { readonly type: 'degraded'; readonly degraded: boolean }
  | { readonly type: 'bye'; readonly retryMs: number }
  | { readonly type: 'failed'; readonly reason: string; readonly retryMs?: number | undefined }
  | { readonly type: 'signed-out'; readonly reason: SignedOutReason }
  | { readonly type: 'token-renewed' }
  | { readonly type: 'network-lost' }
  | { readonly type: 'network-back' }
  | { readonly type: 'page-visible' }
  | { readonly type: 'retry-now' }
  | { readonly type: 'polled'; readonly reached: boolean }
  | { readonly type: 'time' }
  | { readonly type: 'stop' };

/** What the connection wants done: at most one stream is open at a time. */
export type Effect = 'open' | 'close' | 'poll';

export interface Step {
  readonly state: ConnectionState;
  readonly effects: readonly Effect[];
}
