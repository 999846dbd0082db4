import type { QueryPrefix } from '../shared/queryKeys';
import type { Clock } from './clock';

/** Events that come together make one flush. */
export const WINDOW_MS = 250;
/** The first event after a quiet second need not wait for company. */
export const PROMPT_MS = 50;
export const QUIET_MS = 1_000;

/** The cache of queries, as far as the coalescer needs it. */
export interface Queries {
  /** Marks what lies under the prefixes as stale, in one pass; answers the ids of those that are on screen. */
  markStale(prefixes: readonly QueryPrefix[]): readonly string[];
  /** The fetch that is under way for a query, whoever began it. */
  inFlight(id: string): Promise<unknown> | null;
  /** Fetches anew; settles when the fetch does, and never rejects. */
  refetch(id: string): Promise<unknown>;
}

/**
 * Turns a burst of events into few refetches. What is dirty is collected for a short window and flushed in one pass. A
 * fetch in flight is never cancelled: under a steady burst it would never end. It is not trusted either, since it may
 * have read before the change: the query is fetched once more when it settles.
 *
 * Bounded: `dirty` by the prefixes that the contract knows, `running` by the queries on screen.
 */
export class Coalescer {
  private readonly dirty = new Map<string, QueryPrefix>();
  private readonly running = new Map<string, Refresh>();
  private readonly onFlushed: (() => void)[] = [];
  private cancelFlush: (() => void) | null = null;
  private lastMarkAt = Number.NEGATIVE_INFINITY;
  private visible = true;

  constructor(
    private readonly queries: Queries,
    private readonly clock: Clock,
  ) {}

  mark(prefixes: readonly QueryPrefix[]): void {
    if (prefixes.length === 0) {
      return;
    }
    for (const prefix of prefixes) {
      this.dirty.set(JSON.stringify(prefix), prefix);
    }
    const quiet = this.clock.now() - this.lastMarkAt >= QUIET_MS;
    this.lastMarkAt = this.clock.now();
    this.schedule(quiet ? PROMPT_MS : WINDOW_MS);
  }

  /** A hidden page only remembers what is stale; it fetches once it is looked at again. */
  setVisible(visible: boolean): void {
    this.visible = visible;
    if (visible && this.dirty.size > 0) {
      this.schedule(0);
    }
  }

  /** Resolves when all that is stale now has been fetched, whatever becomes stale meanwhile. */
  async fetched(): Promise<void> {
    if (this.cancelFlush !== null) {
      await new Promise<void>((resolve) => this.onFlushed.push(resolve));
    }
    await Promise.all([...this.running.values()].map(({ done, again }) => again ?? done));
  }

  stop(): void {
    this.cancelFlush?.();
    this.cancelFlush = null;
    this.dirty.clear();
  }

  private schedule(ms: number): void {
    if (this.visible && this.cancelFlush === null) {
      this.cancelFlush = this.clock.after(ms, () => this.flush());
    }
  }

  private flush(): void {
    this.cancelFlush = null;
    if (this.visible) {
      const prefixes = [...this.dirty.values()];
      this.dirty.clear();
      for (const id of this.queries.markStale(prefixes)) {
        void this.refresh(id);
      }
    }
    this.onFlushed.splice(0).forEach((resolve) => resolve());
  }

  /** Resolves when a fetch that has not begun yet has settled. */
  private refresh(id: string): Promise<void> {
    const refresh = this.running.get(id);
    if (refresh?.begun === true) {
      refresh.again ??= refresh.done.then(() => this.refresh(id));
      return refresh.again;
    }
    return refresh?.done ?? this.begin(id);
  }

  private begin(id: string): Promise<void> {
    const current = this.queries.inFlight(id) ?? Promise.resolve();
    const refresh: Refresh = {
      begun: false,
      again: null,
      done: current
        .catch(() => undefined)
        .then(() => {
          refresh.begun = true;
          return this.queries.refetch(id);
        })
        .then(() => {
          this.running.delete(id);
        }),
    };
    this.running.set(id, refresh);
    return refresh.done;
  }
}

/** One query's way to fresh data. */
interface Refresh {
  /** False while an earlier fetch is awaited, which the refetch will cover. */
  begun: boolean;
  readonly done: Promise<void>;
  /** The refresh after this one, once something has changed behind it. */
  again: Promise<void> | null;
}
