import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_WITHIN_MS, RESUMED_WITHIN_MS } from './attempt';
import { deadline, IDLE, SILENCE_MS, STABLE_AFTER_MS, step } from './connection';
import { STREAM_AGAIN_MS } from './polling';
import type { ConnectionState, Effect, Signal } from './states';
import { FakeClock } from './testing/fakeClock';

/** The machine, and the world that it believes to be in: how many streams are open. */
class Harness {
  state: ConnectionState = IDLE;
  streams = 0;
  effects: Effect[] = [];

  constructor(readonly clock = new FakeClock()) {}

  send(...signals: readonly (Signal | Signal['type'])[]): this {
    for (const signal of signals) {
      const { state, effects } = step(
        this.state,
        typeof signal === 'string' ? ({ type: signal } as Signal) : signal,
        this.clock,
      );
      this.state = state;
      for (const effect of effects) {
        this.effects.push(effect);
        this.streams = effect === 'close' ? 0 : this.streams + (effect === 'open' ? 1 : 0);
        expect(this.streams).toBeLessThanOrEqual(1);
      }
    }
    return this;
  }

  async wait(ms: number): Promise<this> {
    await this.clock.advance(ms);
    return this.send('time');
  }

  live(): this {
    return this.send('start', 'headers', 'ready', 'settled');
  }
}

const failed: Signal = { type: 'failed', reason: 'unreachable' };

describe('a connection', () => {
  it('is live once ready has come and everything was fetched', () => {
    const page = new Harness().send('start');
    expect(page.state.name).toBe('connecting');
    expect(page.send('headers', 'ready').state.name).toBe('catching-up');
    expect(page.send('settled').state.name).toBe('live');
  });

  it('takes a stream that is silent for 40 s for dead', async () => {
    const page = new Harness().live();
    await page.wait(SILENCE_MS - 1);
    expect(page.state.name).toBe('live');
    await page.wait(1);
    expect(page.state.name).toBe('reconnecting');
  });

  it('stays live for as long as bytes come', async () => {
    const page = new Harness().live();
    for (let beat = 0; beat < 20; beat++) {
      await page.wait(15_000);
      page.send('heard');
    }
    expect(page.state.name).toBe('live');
  });

  it('waits longer after each failure, within full jitter', async () => {
    const page = new Harness(new FakeClock(1 - 1e-9)).send('start', failed);
    const first = (deadline(page.state) ?? 0) - page.clock.now();
    await page.wait(first + 1);
    page.send(failed);
    const second = (deadline(page.state) ?? 0) - page.clock.now();
    expect(first).toBeCloseTo(1_000, 0);
    expect(second).toBeCloseTo(2_000, 0);
  });

  it('polls after three failures, and tries the stream again soon and then each minute', async () => {
    const page = new Harness().send('start', failed);
    await page.wait(30_000);
    page.send(failed);
    await page.wait(30_000);
    page.send(failed);
    expect(page.state.name).toBe('polling');
    expect(page.effects.filter((effect) => effect === 'poll')).toHaveLength(1);
    const opened = page.effects.filter((effect) => effect === 'open').length;
    await page.wait(4_000);
    expect(page.effects.filter((effect) => effect === 'open')).toHaveLength(opened + 1);
    page.send(failed);
    expect(page.state.name).toBe('polling');
    for (let waited = 0; waited <= STREAM_AGAIN_MS; waited += 1_000) {
      await page.wait(1_000);
    }
    expect(page.effects.filter((effect) => effect === 'poll')).toHaveLength(5);
    expect(page.effects.filter((effect) => effect === 'open')).toHaveLength(opened + 2);
    expect(page.send('headers', 'ready', 'settled').state.name).toBe('live');
  });

  it('polls at once when headers come but no event: a proxy holds the stream back', async () => {
    const page = new Harness().send('start', 'headers');
    await page.wait(4_999);
    expect(page.state.name).toBe('connecting');
    await page.wait(1);
    expect(page.state.name).toBe('polling');
  });

  it('gives up a request that nobody answers', async () => {
    const page = new Harness().send('start');
    await page.wait(ANSWER_WITHIN_MS - 1);
    expect(page.state.name).toBe('connecting');
    await page.wait(1);
    expect(page.state).toMatchObject({ name: 'reconnecting', reason: 'no-answer' });
  });

  it('leaves the gateway the time to find what was missed', async () => {
    const page = new Harness().send('start', 'resuming');
    await page.wait(RESUMED_WITHIN_MS - 1);
    expect(page.state.name).toBe('connecting');
    expect(page.send('headers', 'ready').state.name).toBe('catching-up');
  });

  it('is offline when a poll reaches nobody, and goes on trying', async () => {
    const page = new Harness().send('start', failed, 'retry-now', failed, 'retry-now', failed);
    page.send({ type: 'polled', reached: false });
    expect(page.state.name).toBe('offline');
    await page.wait(30_000);
    expect(page.streams).toBe(1);
    expect(page.send('headers', 'ready').state.name).toBe('catching-up');
  });

  it('remembers since when it has been offline', async () => {
    const page = new Harness().live();
    const lost = page.clock.now();
    await page.wait(1_000);
    page.send(failed, 'retry-now', failed, 'retry-now', failed, { type: 'polled', reached: false });
    expect(page.state).toMatchObject({ name: 'offline', lostAt: lost });
  });

  it('comes back when a planned close says', async () => {
    const page = new Harness().live().send({ type: 'bye', retryMs: 700 });
    expect(page.state).toMatchObject({ name: 'reconnecting', retryAt: page.clock.now() + 700 });
    await page.wait(700);
    expect(page.streams).toBe(1);
  });

  it('prefers the time that a refusal names to its own', () => {
    const page = new Harness().send('start', { type: 'failed', reason: 'refused', retryMs: 12_345 });
    expect(deadline(page.state)).toBe(page.clock.now() + 12_345);
  });

  it('counts a stream that breaks at once as a failure, one that held as none', async () => {
    const flapping = new Harness();
    flapping
      .live()
      .send(failed, 'retry-now', 'headers', 'ready', failed, 'retry-now', 'headers', 'ready', failed);
    expect(flapping.state.name).toBe('polling');
    const stable = new Harness().live();
    for (let round = 0; round < 5; round++) {
      await stable.wait(STABLE_AFTER_MS);
      stable.send(failed, 'retry-now', 'headers', 'ready');
    }
    expect(stable.state.name).toBe('catching-up');
  });

  it('changes streams when the token is renewed, without losing its place', () => {
    const page = new Harness().live().send('token-renewed');
    expect(page.state).toMatchObject({ name: 'connecting', planned: true });
    expect(page.streams).toBe(1);
  });

  it('notices on waking that its socket died meanwhile', async () => {
    const page = new Harness().live();
    await page.clock.advance(3_600_000);
    expect(page.send('page-visible').state.name).toBe('reconnecting');
  });

  it('stays signed out until a new start', () => {
    const page = new Harness().live().send({ type: 'signed-out', reason: 'session-ended' });
    expect(page.streams).toBe(0);
    expect(page.send('retry-now', 'network-back', 'ready', 'page-visible').state.name).toBe('signed-out');
    expect(page.send('start').state.name).toBe('connecting');
  });
});

const signals = fc.oneof(
  ...(
    ['start', 'resuming', 'headers', 'ready', 'heard', 'settled', 'token-renewed', 'network-lost'] as const
  ).map((type) => fc.constant<Signal>({ type })),
  ...(['network-back', 'page-visible', 'retry-now', 'time'] as const).map((type) =>
    fc.constant<Signal>({ type }),
  ),
  fc.record({ type: fc.constant('degraded' as const), degraded: fc.boolean() }),
  fc.record({ type: fc.constant('bye' as const), retryMs: fc.nat(20_000) }),
  fc.record({
    type: fc.constant('failed' as const),
    reason: fc.constantFrom('unreachable', 'closed', 'buffered', 'refused', 'status-503'),
    retryMs: fc.option(fc.nat(60_000), { nil: undefined }),
  }),
  fc.record({ type: fc.constant('polled' as const), reached: fc.boolean() }),
);

describe('a connection, whatever happens in whatever order', () => {
  const story = fc.array(fc.tuple(fc.nat(50_000), signals), { maxLength: 80 });

  it('opens one stream at a time, never waits for nothing, and is live only after ready', async () => {
    await fc.assert(
      fc.asyncProperty(story, fc.double({ min: 0, max: 0.999, noNaN: true }), async (events, randomness) => {
        const page = new Harness(new FakeClock(randomness)).send('start');
        for (const [pause, signal] of events) {
          await page.clock.advance(pause);
          const before = page.state.name;
          page.send(signal);
          expect(deadline(page.state)).not.toBeNull();
          if (page.state.name === 'live' && before !== 'live') {
            expect([before, signal.type]).toEqual(['catching-up', 'settled']);
          }
          const attempting = 'attempt' in page.state && page.state.attempt !== null;
          const connected = page.state.name === 'live' || page.state.name === 'catching-up';
          expect(page.streams).toBe(attempting || connected ? 1 : 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is live again within two minutes of a world that is well', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (events) => {
        const page = new Harness().send('start');
        for (const [pause, signal] of events) {
          await page.clock.advance(pause);
          page.send(signal);
        }
        for (let second = 0; second < 120 && page.state.name !== 'live'; second++) {
          await page.wait(1_000);
          if (page.streams === 1) {
            page.send('headers', 'ready', 'heard', 'settled');
          }
        }
        expect(page.state.name).toBe('live');
      }),
      { numRuns: 200 },
    );
  });
});
