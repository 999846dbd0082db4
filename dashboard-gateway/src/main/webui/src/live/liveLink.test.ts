import { describe, expect, it } from 'vitest';
import type { LiveEvent } from './events';
import { LiveLink, type LinkHost } from './liveLink';
import { FakeClock, settle } from './testing/fakeClock';
import { AFTERWARDS, FakeGateway } from './testing/fakeGateway';

class FakeHost implements LinkHost {
  readonly events: LiveEvent[] = [];
  readonly renewals: boolean[] = [];
  resyncs = 0;
  resumes = 0;
  polls = 0;
  pollReaches = true;
  fetching: Promise<void> = Promise.resolve();
  tokens: (string | null)[] = [];

  token(renew: boolean): Promise<string | null> {
    this.renewals.push(renew);
    return Promise.resolve(this.tokens.length > 0 ? (this.tokens.shift() ?? null) : 'token');
  }
  onEvent(event: LiveEvent): void {
    this.events.push(event);
  }
  onResync(): void {
    this.resyncs++;
  }
  onResumed(): void {
    this.resumes++;
  }
  poll(): Promise<boolean> {
    this.polls++;
    return Promise.resolve(this.pollReaches);
  }
  fetched(): Promise<void> {
    return this.fetching;
  }
}

async function start() {
  const clock = new FakeClock();
  const gateway = new FakeGateway();
  const host = new FakeHost();
  const link = new LiveLink(host, gateway.open, clock);
  link.send({ type: 'start' });
  await settle();
  return { clock, gateway, host, link, name: () => link.snapshot().name };
}

describe('the link to the gateway', () => {
  it('is live a moment after ready, when nothing is left to fetch', async () => {
    const { clock, gateway, host, name } = await start();
    gateway.ready('fresh');
    expect(host.resyncs).toBe(1);
    expect(name()).toBe('catching-up');
    await clock.advance(300);
    expect(name()).toBe('live');
  });

  it('is live while a tenant posts all the time', async () => {
    const { clock, gateway, name } = await start();
    gateway.ready('resumed');
    for (let event = 0; event < 30; event++) {
      gateway.send('production:changed', {}, `${event}`, AFTERWARDS);
      await clock.advance(10);
    }
    expect(name()).toBe('live');
  });

  it('catches up until the events that it missed have come', async () => {
    const { clock, gateway, name } = await start();
    gateway.ready('resumed');
    for (let missed = 0; missed < 5; missed++) {
      await clock.advance(299);
      gateway.send('production:changed', {}, `${missed}`);
    }
    expect(name()).toBe('catching-up');
    await clock.advance(300);
    expect(name()).toBe('live');
  });

  it('catches up until what they changed has been fetched', async () => {
    const { clock, gateway, host, name } = await start();
    const done: (() => void)[] = [];
    const fetch = () => {
      host.fetching = new Promise((resolve) => done.push(resolve));
    };
    fetch();
    gateway.ready('resumed');
    await clock.advance(300);
    gateway.send('production:changed', {});
    fetch();
    await clock.advance(300);
    done[0]?.();
    await settle();
    expect(name()).toBe('catching-up');
    done[1]?.();
    await settle();
    expect(name()).toBe('live');
  });

  it('resumes after the last position that it has handled, heartbeats included', async () => {
    const { clock, gateway, host } = await start();
    gateway.ready('fresh', 'workorder.events/0@1');
    gateway.send('production:changed', { workOrderId: 'w' }, 'workorder.events/0@2');
    gateway.send('system.heartbeat', {}, 'workorder.events/0@9');
    await gateway.end({ kind: 'closed' });
    await clock.advance(1_000);
    expect(gateway.requests.map((request) => request.lastEventId)).toEqual([null, 'workorder.events/0@9']);
    gateway.ready('resumed');
    expect(host.events.map((event) => event.type)).toEqual(['production:changed']);
    expect([host.resyncs, host.resumes]).toEqual([1, 1]);
  });

  it('waits for a gateway that reads its past back', async () => {
    const { clock, gateway, name } = await start();
    gateway.ready('fresh', 'workorder.events/0@1');
    await gateway.end({ kind: 'closed' });
    await clock.advance(1_000);
    await clock.advance(30_000);
    expect(gateway.requests).toHaveLength(2);
    gateway.ready('resumed');
    expect(name()).toBe('catching-up');
  });

  it('asks for everything again when the gateway says that something was missed', async () => {
    const { gateway, host } = await start();
    gateway.ready('resync');
    gateway.send('system.resync', { reason: 'slow-client' });
    expect(host.resyncs).toBe(2);
  });

  it('survives frames that are not events', async () => {
    const { gateway, host } = await start();
    gateway.ready('fresh');
    gateway.current.onFrame({ id: undefined, event: undefined, data: 'not JSON' });
    gateway.current.onFrame({ id: undefined, event: undefined, data: '[1]' });
    gateway.send('quality:inspected', {});
    expect(host.events.map((event) => event.type)).toEqual(['quality:inspected']);
  });

  it('renews a refused token once before it takes the session for ended', async () => {
    const { gateway, host, name } = await start();
    await gateway.end({ kind: 'answered', status: 401, retryMs: undefined });
    expect(host.renewals).toEqual([false, true]);
    expect(name()).toBe('connecting');
    await gateway.end({ kind: 'answered', status: 401, retryMs: undefined });
    expect(name()).toBe('signed-out');
    expect(gateway.requests).toHaveLength(2);
  });

  it('is signed out when there is no token any more', async () => {
    const { gateway, host, link, name } = await start();
    host.tokens = [null];
    link.send({ type: 'token-renewed' });
    await gateway.end({ kind: 'unreachable' });
    link.send({ type: 'retry-now' });
    await settle();
    expect(name()).toBe('signed-out');
  });

  it('keeps to the wait that a busy gateway names', async () => {
    const { clock, gateway } = await start();
    gateway.current.onHeaders();
    gateway.send('system.refused', { reason: 'busy', retryMs: 5_000 });
    await clock.advance(4_999);
    expect(gateway.requests).toHaveLength(1);
    await clock.advance(1);
    expect(gateway.requests).toHaveLength(2);
  });

  it('shows that events are delayed, and that they no longer are', async () => {
    const { clock, gateway, link } = await start();
    gateway.ready('fresh');
    await clock.advance(300);
    gateway.send('system.degraded', { degraded: true, reason: 'kafka' });
    expect(link.snapshot()).toMatchObject({ name: 'live', degraded: true });
    gateway.send('system.degraded', { degraded: false, reason: 'kafka' });
    expect(link.snapshot()).toMatchObject({ name: 'live', degraded: false });
  });

  it('polls where no stream comes through, and is live when one does', async () => {
    const { clock, gateway, host, name } = await start();
    gateway.current.onHeaders();
    await clock.advance(5_000);
    expect(name()).toBe('polling');
    await clock.advance(45_000);
    expect(host.polls).toBe(4);
    await clock.advance(15_000);
    gateway.ready('resumed');
    await clock.advance(300);
    expect(name()).toBe('live');
  });

  it('says that it is offline when polls reach nobody either', async () => {
    const { clock, gateway, host, name } = await start();
    host.pollReaches = false;
    for (let failure = 0; failure < 3; failure++) {
      await gateway.end({ kind: 'unreachable' });
      await clock.advance(3_000);
    }
    expect(name()).toBe('offline');
  });

  it('stays where it is in the stream while an operator replays events', async () => {
    const { gateway, host, link } = await start();
    gateway.ready('fresh', 'workorder.events/0@7');
    const replayed = { id: '1', type: 'production:changed', occurredAt: '', replayed: true, data: {} };
    gateway.current.onFrame({ id: undefined, event: replayed.type, data: JSON.stringify(replayed) });
    expect(host.events.map(({ id, replayed: mark }) => [id, mark])).toEqual([['1', true]]);
    link.send({ type: 'token-renewed' });
    await settle();
    expect(gateway.current.lastEventId).toBe('workorder.events/0@7');
  });

  it('ignores what an abandoned stream still says', async () => {
    const { clock, gateway, host, link } = await start();
    gateway.ready('fresh');
    const old = gateway.current;
    link.send({ type: 'token-renewed' });
    await clock.advance(0);
    expect(old.signal.aborted).toBe(true);
    old.onFrame({ id: 'x', event: undefined, data: '{"id":"1","type":"production:changed","data":{}}' });
    expect(host.events).toEqual([]);
    expect(gateway.current.lastEventId).toBe('workorder.events/0@1');
  });
});
