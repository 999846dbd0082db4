import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Board } from './board';
import { launchBrowser } from './browser';
import { startProduction, type Production } from './production';
import { HAS_FAULTS, kill, PERSON, restart, signIn, type Service } from './stack';

describe.skipIf(!HAS_FAULTS)('a dashboard whose services are killed', () => {
  let browser: Browser;
  let production: Production;
  let board: Board;
  const killed = new Set<Service>();

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  beforeEach(async () => {
    // Straight to the service: what happens to the gateway must not keep the test from posting.
    production = await startProduction(await signIn(PERSON, 'workorder-service'));
  });

  afterEach(async () => {
    await board.close();
    for (const service of killed) {
      await end(service);
    }
  });

  afterAll(() => browser.close());

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
    board = await Board.open(browser, `/app/work-orders/${production.orderId}`);
    const made = (quantity: number) =>
      board.page.getByRole('img', { name: new RegExp(`: ${quantity} pcs good`) });
    await made(5).waitFor();
    await board.shows('Materials', production.material.name);
    await board.mark();

    await begin('dashboard-gateway');
    await board.page
      .getByTestId('live-state')
      .getByText(/Reconnecting|Offline since/)
      .waitFor();
    await production.batch(6);
    await made(5).waitFor();
    await board.shows('Materials', production.material.name);
    // The pages' code was fetched ahead: one that is opened now says itself that its figures do not come.
    await board.page.getByRole('link', { name: 'Runs', exact: true }).click();
    await board.panel('Runs of the metrics job').getByText('Andon cannot be reached').waitFor();
    await board.page.goBack();
    await made(5).waitFor();

    await end('dashboard-gateway');
    await board.is('Live');
    await made(11).waitFor();
    expect(await board.isMarked()).toBe(true);
  });

  it('shows the problem of the panel concerned and a retry, while the others live on', async () => {
    await begin('metrics-service');
    board = await Board.open(browser, `/app/overview?item=${production.itemId}`);
    const abc = board.panel('ABC classification');
    await abc.getByRole('alert').waitFor();
    await production.complete(4);
    await board
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
