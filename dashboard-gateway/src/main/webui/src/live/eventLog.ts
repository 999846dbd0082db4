import type { LiveEvent } from './events';

const CAPACITY = 200;

/** A replayed event comes again with the id that it had: only its place in the log tells the two apart. */
export interface LoggedEvent {
  readonly place: number;
  readonly event: LiveEvent;
}

/** The last events, newest first, for the feed. A log of the stream, not a second store: figures never come from it. */
export class EventLog {
  private events: readonly LoggedEvent[] = [];
  private added = 0;
  private readonly listeners = new Set<() => void>();

  readonly snapshot = (): readonly LoggedEvent[] => this.events;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(event: LiveEvent): void {
    this.events = [{ place: this.added++, event }, ...this.events].slice(0, CAPACITY);
    this.listeners.forEach((listener) => listener());
  }
}
