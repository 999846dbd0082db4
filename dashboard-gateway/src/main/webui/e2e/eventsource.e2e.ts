import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser';
import { EventSourcePage } from './eventSourcePage';
import { startProduction, type Production } from './production';
import { HAS_FAULTS, kill, PERSON, restart, shortToken, signIn, url } from './stack';

const GATEWAY = 'dashboard-gateway';
const LIMIT_MS = 180_000;
const PATIENCE_MS = 30_000;
const HANDBOOK = new URL('../../../../../docs/integrating.md', import.meta.url);

/** A test's length, for a token that is not to end in it. */
const LONG_SECONDS = 300;

describe.skipIf(!HAS_FAULTS)("the browser's own EventSource", { timeout: LIMIT_MS }, () => {
  let browser: Browser;
  let production: Production;
  let page: EventSourcePage;
  let settingsAreOurs = false;

  beforeAll(async () => {
    browser = await launchBrowser();
    // Straight to the service: what happens to the gateway must not keep the test from posting.
    production = await startProduction(await signIn(PERSON, 'workorder-service'));
  });

  beforeEach(async () => {
    page = await EventSourcePage.open(browser);
  });

  afterEach(async () => {
    await page.close();
    if (settingsAreOurs) {
      await restartGateway();
      settingsAreOurs = false;
    }
  });

  afterAll(() => browser.close());

  async function restartGateway(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    await kill(GATEWAY);
    await restart(GATEWAY, settings);
  }

  /** What was made of the test's own work order, as the events told it. */
  async function quantities(): Promise<readonly unknown[]> {
    const events = await page.seenOf('production:changed');
    return events
      .filter(({ data }) => data.workOrderId === production.orderId)
      .map(({ data }) => data.quantityCompleted);
  }

  it('streams with a cookie that no script can read, and misses nothing while the gateway is dead', async () => {
    await page.signIn(await shortToken(PERSON, LONG_SECONDS));
    expect(await page.hasCookie()).toBe(true);
    expect(await page.cookieOfScripts()).toBe('');
    await page.stream();
    await page.awaits('system.ready');
    await production.batch(1);
    await expect.poll(quantities, { timeout: PATIENCE_MS }).toEqual([1]);

    await kill(GATEWAY);
    await production.batch(2);
    await production.batch(3);
    await restart(GATEWAY);

    const ready = await page.awaits('system.ready', 2);
    expect(ready.map(({ data }) => data.outcome)).toEqual(['fresh', 'resumed']);
    await expect.poll(quantities, { timeout: PATIENCE_MS }).toEqual([1, 3, 6]);
    await production.batch(4);
    await expect.poll(quantities, { timeout: PATIENCE_MS }).toEqual([1, 3, 6, 10]);
    expect(await page.seenOf('system.resync')).toEqual([]);
  });

  it('shows events with the lines that the handbook has for a page', async () => {
    const handbook = await readFile(HANDBOOK, 'utf8');
    const lines = /```js\n(.*?)```/s.exec(handbook)?.[1] ?? '';
    await page.run(lines, await shortToken(PERSON, LONG_SECONDS));

    await expect
      .poll(
        async () => {
          await production.batch(1);
          return page.shown();
        },
        { timeout: PATIENCE_MS, interval: 1_000 },
      )
      .toContainEqual(expect.objectContaining({ type: 'production:changed' }));
  });

  it('comes back by itself when it was refused because there were too many', async () => {
    settingsAreOurs = true;
    await restartGateway({ ANDON_STREAM_MAX_PER_USER: '1' });
    const token = await shortToken(PERSON, LONG_SECONDS);
    const other = new AbortController();
    const occupied = await fetch(url('/events'), {
      headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
      signal: other.signal,
    });
    expect(occupied.status).toBe(200);
    await page.signIn(token);

    await page.stream();
    await page.awaits('system.refused', 2);
    expect(await page.seenOf('system.ready')).toEqual([]);
    other.abort();

    await page.awaits('system.ready');
  });

  it('goes over from one token to the next with the renewed cookie', async () => {
    await page.signIn(await shortToken(PERSON, 12));
    await page.stream();
    await page.awaits('system.ready');
    await page.signIn(await shortToken(PERSON, LONG_SECONDS));

    const [bye] = await page.awaits('system.bye');
    await production.batch(1);

    expect(bye?.data.reason).toBe('token-expired');
    const ready = await page.awaits('system.ready', 2);
    expect(ready[1]?.data.outcome).toBe('resumed');
    await expect.poll(quantities, { timeout: PATIENCE_MS }).toHaveLength(1);
  });

  it('is told to stop, and gets nothing, when its token has ended or was given up', async () => {
    await page.signIn(await shortToken(PERSON, 8));
    await page.stream();
    await page.awaits('system.bye');
    await page.isClosed();
    expect(await page.seenOf('system.ready')).toHaveLength(1);

    await page.keepCookie(await shortToken(PERSON, -60));
    await page.stream();
    await page.isClosed();
    expect(await page.seen()).toEqual([]);
    expect(await page.hasCookie()).toBe(false);

    await page.signIn(await shortToken(PERSON, LONG_SECONDS));
    await page.stream();
    await page.awaits('system.ready');
    await page.signOut();
    const [bye] = await page.awaits('system.bye');
    expect(bye?.data.reason).toBe('signed-out');
    await page.isClosed();
  });
});
