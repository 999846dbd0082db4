import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './axe';
import { Board } from './board';
import { launchBrowser } from './browser';
import { recalculate } from './metrics';
import { startProduction } from './production';
import { PERSON, signIn } from './stack';

/** The address of a page and what its heading begins with. */
type Address = readonly [path: string, heading: string];

/** Of ten pages in one test. */
const LIMIT_MS = 180_000;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** The pages that no other test asks, with something of this test's own to show. */
async function fillPages(): Promise<readonly Address[]> {
  const api = await signIn(PERSON);
  const production = await startProduction(api);
  await production.batch(5);
  await production.ship(2);
  const [batch] = await production.completions();
  const runId = await recalculate(api);
  return [
    ['/app/work-orders/new', 'New work order'],
    [`/app/work-orders/${production.orderId}/completions/${String(batch?.id)}`, 'Batch'],
    ['/app/inventory/abc', 'ABC classification'],
    ['/app/inventory/aging', 'Inventory aging'],
    ['/app/inventory/slow-dead', 'Slow and dead stock'],
    ['/app/inventory/turns', 'Turns and days of inventory'],
    [`/app/inventory/items/${production.itemId}/movements`, production.itemName],
    ['/app/runs', 'Runs'],
    [`/app/runs/${runId}`, 'Run …'],
    ['/app/feed', 'Feed'],
  ];
}

async function show(board: Board, [path, heading]: Address): Promise<void> {
  await board.page.goto(path);
  await board.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await board.is('Live');
  await board.page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
}

describe('every page', { timeout: LIMIT_MS }, () => {
  it.each(['light', 'dark'] as const)(
    'has nothing that axe or the browser objects to (%s)',
    async (theme) => {
      const addresses = await fillPages();
      const board = await Board.open(browser, '/app/feed', theme);
      const origin = new URL(board.page.url()).origin;
      const found: string[] = [];
      for (const [path, heading] of addresses) {
        await show(board, [origin + path, heading]);
        found.push(...(await axeViolations(board.page)).map((violation) => `${path}: ${violation}`));
      }
      expect(found).toEqual([]);
      expect(board.complaints).toEqual([]);
      await board.close();
    },
  );

  it('fits a phone: nothing reaches over its edge', async () => {
    const addresses = await fillPages();
    const board = await Board.open(browser, '/app/feed');
    const origin = new URL(board.page.url()).origin;
    await board.page.setViewportSize({ width: 390, height: 844 });
    const tooWide: string[] = [];
    for (const [path, heading] of addresses) {
      await show(board, [origin + path, heading]);
      const over = await board.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) {
        tooWide.push(`${path}: ${over} px`);
      }
    }
    expect(tooWide).toEqual([]);
    await board.close();
  });
});
