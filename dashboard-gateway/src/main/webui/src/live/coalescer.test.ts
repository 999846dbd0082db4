import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryKey, startsWith, tenantRoot, type QueryPrefix } from '../shared/queryKeys';
import { Coalescer, PROMPT_MS, WINDOW_MS, type Queries } from './coalescer';
import { FakeClock } from './testing/fakeClock';

const SUMMARY = queryKey('t1', ['production-summary']);
const OVERVIEW = queryKey('t1', ['production-overview'], { from: '2026-06-01' });
const ABC = queryKey('t1', ['abc-classification']);
const KEYS = [SUMMARY, OVERVIEW, ABC];

/** A cache whose fetches take as long as the test says, and which remembers when each began. */
class FakeQueries implements Queries {
  readonly begun = new Map<string, number[]>();
  readonly flights = new Map<string, Promise<void>>();

  constructor(
    private readonly clock: FakeClock,
    private readonly fetchMs: number,
  ) {}

  markStale(prefixes: readonly QueryPrefix[]): readonly string[] {
    return KEYS.filter((key) => prefixes.some((prefix) => startsWith(key, prefix))).map((key) =>
      JSON.stringify(key),
    );
  }

  inFlight(id: string): Promise<void> | null {
    return this.flights.get(id) ?? null;
  }

  refetch(id: string): Promise<void> {
    expect(this.flights.has(id)).toBe(false);
    this.begun.set(id, [...(this.begun.get(id) ?? []), this.clock.now()]);
    const flight = new Promise<void>((resolve) => {
      this.clock.after(this.fetchMs, () => {
        this.flights.delete(id);
        resolve();
      });
    });
    this.flights.set(id, flight);
    return flight;
  }

  fetches(key: QueryPrefix): readonly number[] {
    return this.begun.get(JSON.stringify(key)) ?? [];
  }
}

function setup(fetchMs = 100) {
  const clock = new FakeClock();
  const queries = new FakeQueries(clock, fetchMs);
  return { clock, queries, coalescer: new Coalescer(queries, clock) };
}

describe('the coalescer', () => {
  it('refetches soon after a single event in a quiet time', async () => {
    const { clock, queries, coalescer } = setup();
    coalescer.mark([SUMMARY]);
    await clock.advance(PROMPT_MS - 1);
    expect(queries.fetches(SUMMARY)).toHaveLength(0);
    await clock.advance(1);
    expect(queries.fetches(SUMMARY)).toHaveLength(1);
  });

  it('makes one fetch of the events of one window', async () => {
    const { clock, queries, coalescer } = setup(10);
    coalescer.mark([SUMMARY]);
    await clock.advance(PROMPT_MS);
    for (let event = 0; event < 20; event++) {
      coalescer.mark([SUMMARY, ABC]);
      await clock.advance(5);
    }
    await clock.advance(WINDOW_MS);
    expect(queries.fetches(SUMMARY)).toHaveLength(2);
    expect(queries.fetches(ABC)).toHaveLength(1);
  });

  it('lets a fetch in flight end, and fetches once more', async () => {
    const { clock, queries, coalescer } = setup(600);
    coalescer.mark([SUMMARY]);
    await clock.advance(PROMPT_MS);
    for (let event = 0; event < 400; event++) {
      coalescer.mark([SUMMARY]);
      await clock.advance(5);
    }
    await clock.advance(2_000);
    expect(queries.fetches(SUMMARY).length).toBeLessThanOrEqual(5);
    expect(queries.fetches(SUMMARY).length).toBeGreaterThanOrEqual(4);
  });

  it('does not trust a fetch that somebody else began before the event', async () => {
    const { clock, queries, coalescer } = setup(600);
    void queries.refetch(JSON.stringify(SUMMARY));
    coalescer.mark([SUMMARY]);
    await clock.advance(2_000);
    expect(queries.fetches(SUMMARY)).toHaveLength(2);
  });

  it('fetches nothing while the page is hidden, and each query once when it is seen again', async () => {
    const { clock, queries, coalescer } = setup();
    coalescer.setVisible(false);
    for (let event = 0; event < 50; event++) {
      coalescer.mark([SUMMARY, OVERVIEW]);
      await clock.advance(1_200);
    }
    expect(queries.begun.size).toBe(0);
    coalescer.setVisible(true);
    await clock.advance(1_000);
    expect(queries.fetches(SUMMARY)).toHaveLength(1);
    expect(queries.fetches(OVERVIEW)).toHaveLength(1);
    expect(queries.fetches(ABC)).toHaveLength(0);
  });

  it('reaches every query of the tenant by its root, and none of another', async () => {
    const { clock, queries, coalescer } = setup();
    coalescer.mark([tenantRoot('t2')]);
    await clock.advance(1_000);
    expect(queries.begun.size).toBe(0);
    coalescer.mark([tenantRoot('t1')]);
    await clock.advance(1_000);
    expect(queries.begun.size).toBe(3);
  });

  it('has fetched what is stale now, though something becomes stale all the time', async () => {
    const { clock, queries, coalescer } = setup(600);
    coalescer.mark([SUMMARY]);
    await clock.advance(PROMPT_MS + 1);
    coalescer.mark([SUMMARY, ABC]);
    const asked = clock.now();
    let fetchedAt = 0;
    void coalescer.fetched().then(() => (fetchedAt = clock.now()));
    for (let event = 0; event < 400; event++) {
      coalescer.mark([SUMMARY]);
      await clock.advance(5);
    }
    expect(fetchedAt - asked).toBeGreaterThan(600 + WINDOW_MS);
    expect(fetchedAt - asked).toBeLessThanOrEqual(2 * 600 + WINDOW_MS);
    const fetchesSince = [...queries.begun.values()].map((begun) => begun.filter((at) => at > asked));
    expect(fetchesSince.every((since) => (since[0] ?? Infinity) < fetchedAt)).toBe(true);
  });

  it('never leaves a query older than its last event, nor fetches one twice at a time', async () => {
    const moment = fc.record({
      pause: fc.nat(700),
      keys: fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 3 }),
      visible: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(moment, { maxLength: 60 }),
        fc.integer({ min: 1, max: 900 }),
        async (story, ms) => {
          const { clock, queries, coalescer } = setup(ms);
          const lastEvent = new Map<QueryPrefix, number>();
          for (const { pause, keys, visible } of story) {
            coalescer.setVisible(visible);
            coalescer.mark(keys);
            keys.forEach((key) => lastEvent.set(key, clock.now()));
            await clock.advance(pause);
          }
          coalescer.setVisible(true);
          await clock.advance(WINDOW_MS + 3 * ms);
          for (const [key, at] of lastEvent) {
            expect(queries.fetches(key).at(-1)).toBeGreaterThanOrEqual(at);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
