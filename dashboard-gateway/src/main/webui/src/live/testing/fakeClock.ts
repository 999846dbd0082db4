import type { Clock } from '../clock';

interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Time that moves only when a test says so. */
export class FakeClock implements Clock {
  private time = 1_000_000;
  private order = 0;
  private tasks: Task[] = [];

  constructor(public randomness = 0.5) {}

  now(): number {
    return this.time;
  }

  random(): number {
    return this.randomness;
  }

  after(ms: number, run: () => void): () => void {
    const task = { at: this.time + ms, order: this.order++, run };
    this.tasks.push(task);
    return () => {
      this.tasks = this.tasks.filter((other) => other !== task);
    };
  }

  /** Lets `ms` pass, running what falls due in order, and everything that promises have made ready in between. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await settle();
    for (let next = this.next(end); next; next = this.next(end)) {
      this.time = Math.max(this.time, next.at);
      this.tasks = this.tasks.filter((task) => task !== next);
      next.run();
      await settle();
    }
    this.time = end;
  }

  private next(end: number): Task | undefined {
    return this.tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }
}

/** More turns of the microtask queue than any chain of promises here is long. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}
