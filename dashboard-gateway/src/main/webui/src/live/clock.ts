/** Time as the live machinery sees it: injected, so that tests own it. */
export interface Clock {
  now(): number;
  /** Calls `task` once after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void;
  /** Uniform in [0, 1). */
  random(): number;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
