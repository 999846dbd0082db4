import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './axe';
import { Board } from './board';
import { launchBrowser } from './browser';
import { startProduction, type Production } from './production';
import { PERSON, signIn, type Client, type Json } from './stack';

const PRODUCTION = ['GET /production-overview', 'GET /production-summary'];

let browser: Browser;
let api: Client;
let production: Production;
let board: Board;

beforeAll(async () => {
  browser = await launchBrowser();
  api = await signIn(PERSON);
});

afterAll(() => browser.close());

afterEach(() => board.close());

/** The overview, narrowed to an item that only this test makes. */
async function openBoard(theme: 'light' | 'dark' = 'light'): Promise<void> {
  production = await startProduction(api);
  board = await Board.open(browser, `/app/overview?item=${production.itemId}`, theme);
  await board.shows('Output', 'Nothing was completed');
  await board.mark();
  board.takeRequests();
}

/** Today's output in pieces, as the page writes numbers. */
async function piecesToday(): Promise<string> {
  const { today } = await api.get('/production-summary');
  const output = (today as Json).output as readonly Json[];
  const pieces = output.find(({ uom }) => uom === 'pcs')?.quantity;
  return new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(Number(pieces ?? 0));
}

function barOfToday(): Promise<string | null> {
  return board.panel('Output').getByRole('link').last().getAttribute('aria-label');
}

describe('the overview in a browser', () => {
  it('leaves the code and the token out of its address, and comes back to where it was asked for', async () => {
    await openBoard();
    expect(new URL(board.page.url()).search).toBe(`?item=${production.itemId}`);
    await board.page.getByText(PERSON).waitFor();
    await board.page.getByText('Alder Street', { exact: true }).waitFor();
    expect(board.complaints).toEqual([]);
  });

  it('changes its figures by itself when completions are posted, and fetches only what the contract names', async () => {
    await openBoard();

    await production.complete(12);
    await board.shows('Events', 'Completion posted');
    await board
      .panel('Output')
      .getByRole('link', { name: /: 12 pcs good/ })
      .waitFor({ state: 'attached' });
    await board.shows('Key figures', new RegExp(`^(and .*)?${await piecesToday()}`));
    expect(board.takeRequests()).toEqual(PRODUCTION);

    await production.complete(8);
    await board
      .panel('Output')
      .getByRole('link', { name: /: 20 pcs good/ })
      .waitFor({ state: 'attached' });
    await board.shows('Key figures', new RegExp(`^(and .*)?${await piecesToday()}`));
    expect(board.takeRequests()).toEqual(PRODUCTION);
    expect(await board.isMarked()).toBe(true);
    expect(board.complaints).toEqual([]);
  });

  it('shows a new classification when the metrics have been recalculated', async () => {
    await openBoard();
    const { runId: before } = await api.get('/metrics/abc-classification');

    await board.page.getByRole('button', { name: 'Recalculate' }).click();
    await board.shows('Events', 'Metrics recalculated');
    await board.page.getByRole('button', { name: 'Recalculate', exact: true }).waitFor();

    const { runId } = await api.get('/metrics/abc-classification');
    expect(runId).not.toBe(before);
    await board.shows('ABC classification', `by run ${String(runId).slice(-6)}`);
    expect(board.takeRequests()).toEqual([
      'GET /metrics/abc-classification',
      'GET /metrics/runs',
      ...PRODUCTION,
      'POST /metrics/job/trigger',
    ]);
    expect(await board.isMarked()).toBe(true);
  });

  it('says that it is offline, keeps its figures, and misses nothing', async () => {
    await openBoard();
    await production.complete(5);
    await board
      .panel('Output')
      .getByRole('link', { name: /: 5 pcs good/ })
      .waitFor({ state: 'attached' });

    await board.page.context().setOffline(true);
    await board.is('Offline since');
    await production.complete(6);
    expect(await barOfToday()).toMatch(/: 5 pcs good/);

    await board.page.context().setOffline(false);
    await board.is('Live');
    await board
      .panel('Output')
      .getByRole('link', { name: /: 11 pcs good/ })
      .waitFor({ state: 'attached' });
    expect(await board.isMarked()).toBe(true);
  });

  it("is driven by the keyboard: an item's bar leads to the movements of its day, and Back restores", async () => {
    await openBoard();
    await production.complete(3);
    const bar = board.panel('Output').getByRole('link', { name: /: 3 pcs good/ });
    await bar.waitFor({ state: 'attached' });
    await bar.focus();
    await board.page.keyboard.press('ArrowLeft');
    await board.page.keyboard.press('ArrowRight');
    await board.page.keyboard.press('Enter');
    await board.page.waitForURL(/movements\?from=.*to=/);
    expect(new URL(board.page.url()).pathname).toBe(`/app/inventory/items/${production.itemId}/movements`);
    await board.shows('Movements', '+3');
    await board.page.goBack();
    await bar.waitFor({ state: 'attached' });
    expect(new URL(board.page.url()).search).toBe(`?item=${production.itemId}`);
    expect(await board.isMarked()).toBe(true);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe objects to (%s)', async (theme) => {
    await openBoard(theme);
    await production.complete(4);
    await board
      .panel('Output')
      .getByRole('link', { name: /: 4 pcs good/ })
      .waitFor({ state: 'attached' });
    expect(await axeViolations(board.page)).toEqual([]);
  });
});
