import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Board } from './board';
import { launchBrowser } from './browser';
import { startProduction, type Production } from './production';
import { HAS_FAULTS, kill, PERSON, restart, signIn, type Service } from './stack';

/** A page that polls tries the stream again each minute, and a start takes its time. */
const LONGEST_WAIT_MS = 80_000;
const LIMIT_MS = 180_000;

describe.skipIf(!HAS_FAULTS)('a dashboard whose services are killed', { timeout: LIMIT_MS }, () => {
  let browser: Browser;
  let production: Production;
  let board: Board | undefined;
  const killed = new Set<Service>();

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    // Straight to the service: what happens to the gateway must not keep the test from posting.
    production = await startProduction(await signIn(PERSON, 'workorder-service'));
  });

  afterEach(async () => {
    await board?.close();
    board = undefined;
    for (const service of killed) {
      await end(service);
    }
  });

  afterAll(() => browser.close());

  async function open(path: string): Promise<Board> {
    board = await Board.open(browser, path);
    return board;
  }

  async function begin(service: Service): Promise<void> {
    await kill(service);
    killed.add(service);
  }

  async function end(service: Service): Promise<void> {
    await restart(service);
    killed.delete(service);
  }

  it('says that the gateway is away, keeps its data, and comes back by itself with what it missed', async () => {
    await production.batch(5);
    const shown = await open(`/app/work-orders/${production.orderId}`);
    const made = (quantity: number) =>
      shown.page.getByRole('img', { name: new RegExp(`: ${quantity} pcs good`) });
    await made(5).waitFor();
    await shown.shows('Materials', production.material.name);
    await shown.mark();
    await shown.hasFetched('RunsPage');

    await begin('dashboard-gateway');
    await shown.page
      .getByTestId('live-state')
      .getByText(/Reconnecting|Offline since/)
      .waitFor();
    await production.batch(6);
    await made(5).waitFor();
    await shown.shows('Materials', production.material.name);
    // The pages' code was fetched ahead: one that is opened now says itself that its figures do not come.
    await shown.page.getByRole('link', { name: 'Runs', exact: true }).click();
    await shown.panel('Runs of the metrics job').getByText('Andon cannot be reached').waitFor();
    await shown.page.goBack();
    await made(5).waitFor();

    await end('dashboard-gateway');
    await shown.is('Live', LONGEST_WAIT_MS);
    await made(11).waitFor();
    expect(await shown.isMarked()).toBe(true);
  });

  it('shows the problem of the panel concerned and a retry, while the others live on', async () => {
    await begin('metrics-service');
    const shown = await open(`/app/overview?item=${production.itemId}`);
    const abc = shown.panel('ABC classification');
    await abc.getByRole('alert').waitFor();
    await production.complete(4);
    await shown
      .panel('Output')
      .getByRole('link', { name: /: 4 pcs good/ })
      .waitFor({ state: 'attached' });

    await end('metrics-service');
    await abc.getByRole('button', { name: 'Retry' }).click();
    await abc.getByRole('alert').waitFor({ state: 'detached' });
    await abc
      .getByText(/as of|not been calculated/)
      .first()
      .waitFor();
  });
});
