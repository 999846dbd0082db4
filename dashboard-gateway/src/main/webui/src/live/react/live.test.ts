import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { queryKey, type QueryPath } from '../../shared/queryKeys';
import { FakeClock, settle } from '../testing/fakeClock';
import type { StreamRequest } from '../transport';
import { createLive } from './live';
import { createQueryClient } from './queryCache';

/** A query on screen, whose fetches the test lets through one by one. */
class Shown {
  fetches = 0;
  private readonly waiting: ((value: string) => void)[] = [];

  constructor(client: QueryClient, path: QueryPath, enabled: boolean, tenant = 't1') {
    const observer = new QueryObserver(client, {
      queryKey: queryKey(tenant, path),
      enabled,
      queryFn: () => {
        this.fetches++;
        return new Promise<string>((resolve) => this.waiting.push(resolve));
      },
    });
    observer.subscribe(() => undefined);
  }

  async answer(): Promise<void> {
    this.waiting.shift()?.('fresh');
    // The cache tells its observers in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    await settle();
  }
}

async function start() {
  const clock = new FakeClock();
  const client = createQueryClient();
  const streams: StreamRequest[] = [];
  const session = {
    identity: { tenant: 't1', person: 'p', roles: [] },
    token: () => Promise.resolve('token'),
    onRenewed: () => () => undefined,
  };
  const open = (request: StreamRequest) => {
    streams.push(request);
    return new Promise<never>(() => undefined);
  };
  const live = createLive(session, client, open, clock);
  live.start();
  await settle();
  const send = (type: string, data: object, id: string = crypto.randomUUID()) =>
    streams.at(-1)?.onFrame({ id: 'p@1', event: type, data: JSON.stringify({ id, type, data }) });
  return { clock, client, live, send };
}

describe('the live page', () => {
  it('lets queries begin only once the stream has', async () => {
    const { live, send } = await start();
    expect(live.mayFetch.snapshot()).toBe(false);
    send('system.ready', { outcome: 'fresh' });
    expect(live.mayFetch.snapshot()).toBe(true);
  });

  it('fetches once more what changed while its first fetch was under way', async () => {
    const { clock, client, send } = await start();
    send('system.ready', { outcome: 'fresh' });
    const summary = new Shown(client, ['production-summary'], true);
    send('production:changed', { workOrderId: 'w' });
    await clock.advance(1_000);
    expect(summary.fetches).toBe(1);
    await summary.answer();
    expect(summary.fetches).toBe(2);
    await summary.answer();
    await clock.advance(5_000);
    expect(summary.fetches).toBe(2);
  });

  it('fetches what an event names, and nothing else', async () => {
    const { clock, client, send } = await start();
    send('system.ready', { outcome: 'fresh' });
    const summary = new Shown(client, ['production-summary'], true);
    const abc = new Shown(client, ['abc-classification'], true);
    const foreign = new Shown(client, ['production-summary'], true, 't2');
    await Promise.all([summary.answer(), abc.answer(), foreign.answer()]);
    send('production:changed', { workOrderId: 'w' }, 'e1');
    send('production:changed', { workOrderId: 'w' }, 'e1');
    await clock.advance(1_000);
    expect([summary.fetches, abc.fetches, foreign.fetches]).toEqual([2, 1, 1]);
  });

  it('catches up with everything after a resync, and is live when that has come', async () => {
    const { clock, client, live, send } = await start();
    send('system.ready', { outcome: 'fresh' });
    const abc = new Shown(client, ['abc-classification'], true);
    await clock.advance(1_000);
    expect(live.link.snapshot().name).toBe('catching-up');
    await abc.answer();
    await clock.advance(1_000);
    expect(live.link.snapshot().name).toBe('live');
    send('system.resync', { reason: 'slow-client' });
    await clock.advance(1_000);
    expect(abc.fetches).toBe(2);
  });
});
