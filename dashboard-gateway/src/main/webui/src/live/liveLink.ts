import type { Clock } from './clock';
import { deadline, IDLE, isConnected, step } from './connection';
import { readEvent, type LiveEvent } from './events';
import type { ConnectionState, Effect, Signal } from './states';
import type { Frame, OpenStream, StreamEnd } from './transport';

/** What the link needs from the page around it. */
export interface LinkHost {
  /** A valid access token; `renew` asks for one that is not the last. Null when the session is over. */
  token(renew: boolean): Promise<string | null>;
  onEvent(event: LiveEvent): void;
  /** Events were missed: everything may be stale. */
  onResync(): void;
  /** The stream goes on where it ended; only what failed meanwhile needs another try. */
  onResumed(): void;
  /** Asks for everything once; answers whether the gateway could be reached at all. */
  poll(): Promise<boolean>;
  /** Resolves when all that is stale now has been fetched, whatever becomes stale meanwhile. */
  fetched(): Promise<void>;
}

/** The events of a gap follow system.ready at once; a moment without any of them means that it is filled. */
const GAP_FILLED_AFTER_MS = 300;

/** Drives the state machine of connection.ts: performs its effects and feeds it what happens. */
export class LiveLink {
  private state: ConnectionState = IDLE;
  private cancelTimer: () => void = () => undefined;
  private cancelCatchUp: () => void = () => undefined;
  /** What happened up to then, by the gateway's clock, may have been missed while there was no stream. */
  private gapEndsAt = Number.NEGATIVE_INFINITY;
  private open: AbortController | null = null;
  private lastEventId: string | null = null;
  private pollRunning = false;
  /** Since a renewed token may be refused as well, one renewal per failure must do. */
  private renewedForThisTry = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly host: LinkHost,
    private readonly openStream: OpenStream,
    private readonly clock: Clock,
  ) {}

  readonly snapshot = (): ConnectionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly send = (signal: Signal): void => {
    const { state, effects } = step(this.state, signal, this.clock);
    const changed = state !== this.state;
    this.state = state;
    effects.forEach((effect) => this.perform(effect));
    // Bytes come often and change nothing that is shown; the timer finds the new deadline when the old one has passed.
    if (changed && signal.type !== 'heard') {
      this.setTimer();
      this.listeners.forEach((listener) => listener());
    }
  };

  private perform(effect: Effect): void {
    switch (effect) {
      case 'open':
        this.renewedForThisTry = false;
        void this.connect(false);
        return;
      case 'close':
        this.open?.abort();
        this.open = null;
        return;
      case 'poll':
        void this.poll();
        return;
    }
  }

  private setTimer(): void {
    this.cancelTimer();
    const due = deadline(this.state);
    if (due !== null) {
      this.cancelTimer = this.clock.after(Math.max(0, due - this.clock.now()), () => {
        this.send({ type: 'time' });
        this.setTimer();
      });
    }
  }

  private async connect(renew: boolean): Promise<void> {
    const controller = new AbortController();
    this.open = controller;
    const mine = (): boolean => this.open === controller;
    const token = await this.host.token(renew).catch(() => undefined);
    if (!mine()) {
      return;
    }
    if (token === undefined) {
      this.send({ type: 'failed', reason: 'issuer-unreachable' });
    } else if (token === null) {
      this.send({ type: 'signed-out', reason: 'session-ended' });
    } else {
      if (this.lastEventId !== null) {
        this.send({ type: 'resuming' });
      }
      const end = await this.openStream({
        token,
        lastEventId: this.lastEventId,
        signal: controller.signal,
        onHeaders: () => mine() && this.send({ type: 'headers' }),
        onBytes: () => mine() && this.send({ type: 'heard' }),
        onFrame: (frame) => mine() && this.receive(frame),
      });
      if (mine()) {
        this.ended(end);
      }
    }
  }

  private ended(end: StreamEnd): void {
    if (end.kind !== 'answered') {
      this.send({ type: 'failed', reason: end.kind });
    } else if (end.status === 401 && !this.renewedForThisTry) {
      this.renewedForThisTry = true;
      void this.connect(true);
    } else if (end.status === 401) {
      this.send({ type: 'signed-out', reason: 'session-ended' });
    } else if (end.status === 403) {
      this.send({ type: 'signed-out', reason: 'refused' });
    } else if (end.status === 204) {
      this.send({ type: 'signed-out', reason: 'tenant-suspended' });
    } else {
      this.send({ type: 'failed', reason: `status-${end.status}`, retryMs: end.retryMs });
    }
  }

  private receive(frame: Frame): void {
    const event = readEvent(frame.data, frame.id);
    if (event?.type.startsWith('system.') === true) {
      this.receiveSystem(event);
    } else if (event) {
      this.host.onEvent(event);
      if (Date.parse(event.occurredAt) <= this.gapEndsAt) {
        this.catchUp();
      }
    }
    // Only now: a position says that everything up to it was handled.
    if (frame.id !== undefined) {
      this.lastEventId = frame.id;
    }
  }

  private receiveSystem({ type, data }: LiveEvent): void {
    const retryMs = typeof data.retryMs === 'number' ? data.retryMs : undefined;
    switch (type) {
      case 'system.ready': {
        this.ready(data);
        return;
      }
      case 'system.resync': {
        this.host.onResync();
        return;
      }
      case 'system.degraded': {
        this.send({ type: 'degraded', degraded: data.degraded !== false });
        return;
      }
      case 'system.bye': {
        this.send({ type: 'bye', retryMs: retryMs ?? 0 });
        return;
      }
      case 'system.refused': {
        this.send({ type: 'failed', reason: 'refused', retryMs });
        return;
      }
    }
  }

  private ready({ outcome, serverTime }: LiveEvent['data']): void {
    const wasConnected = isConnected(this.state);
    this.send({ type: 'ready' });
    if (wasConnected) {
      return;
    }
    if (outcome === 'resumed') {
      this.gapEndsAt = Date.parse(String(serverTime));
      this.host.onResumed();
    } else {
      this.gapEndsAt = Number.NEGATIVE_INFINITY;
      this.host.onResync();
    }
    this.catchUp();
  }

  /**
   * The page is live once it shows what was stale when the gap was filled. It does not wait for a moment in which
   * nothing is stale: while a tenant posts all the time there is none.
   */
  private catchUp(): void {
    if (this.state.name !== 'catching-up') {
      return;
    }
    this.cancelCatchUp();
    let cancelled = false;
    const cancelTimer = this.clock.after(GAP_FILLED_AFTER_MS, () => {
      void this.host.fetched().then(() => cancelled || this.send({ type: 'settled' }));
    });
    this.cancelCatchUp = () => {
      cancelled = true;
      cancelTimer();
    };
  }

  private async poll(): Promise<void> {
    if (this.pollRunning) {
      return;
    }
    this.pollRunning = true;
    const reached = await this.host.poll().catch(() => false);
    this.pollRunning = false;
    this.send({ type: 'polled', reached });
  }
}
