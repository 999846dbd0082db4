import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Board } from './board';
import { launchBrowser } from './browser';
import { recalculate } from './metrics';
import { startProduction } from './production';
import { PERSON, signIn, type Client } from './stack';

let browser: Browser;
let api: Client;
let board: Board;

beforeAll(async () => {
  browser = await launchBrowser();
  api = await signIn(PERSON);
});

afterAll(() => browser.close());

afterEach(() => board.close());

/** What has the keyboard's focus, as a person would name it. */
async function focused(): Promise<string> {
  return board.page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
}

/** Presses a key until the focus is on something of that name. */
async function pressUntil(key: string, name: RegExp, most: number): Promise<void> {
  for (let presses = 0; presses < most && !name.test(await focused()); presses++) {
    await board.page.keyboard.press(key);
  }
  expect(await focused()).toMatch(name);
}

describe('the inventory pages in a browser', () => {
  it('lead by the keyboard alone from a chart to the completion behind it, and Back restores', async () => {
    const production = await startProduction(api);
    await production.complete(7);
    await production.ship(3);
    board = await Board.open(browser, '/app/inventory/abc?class=C&sort=name');
    const mark = new RegExp(`^${production.itemName} .*class [ABC]`);
    await board.panel('Items by value').getByRole('link', { name: mark }).waitFor({ state: 'attached' });
    await board.mark();

    await pressUntil('Tab', /class [ABC], value/, 40);
    await board.page.keyboard.press('End');
    await pressUntil('ArrowLeft', mark, 60);
    await board.page.keyboard.press('Enter');
    await board.page.waitForURL(/\/movements\?from=/);
    expect(new URL(board.page.url()).pathname).toBe(`/app/inventory/items/${production.itemId}/movements`);
    await board.shows('Movements', '+7');

    await pressUntil('Tab', /^Completion$/, 40);
    await board.page.keyboard.press('Enter');
    await board.page.waitForURL(/\/work-orders\/[^/]+\/completions\//);

    await board.page.goBack();
    await board.shows('Movements', '+7');
    await board.page.goBack();
    await board.page.waitForURL('**/inventory/abc?class=C&sort=name');
    await expect.poll(focused).toMatch(mark);
    expect(await board.isMarked()).toBe(true);
    expect(board.complaints).toEqual([]);
  });

  it.each([
    ['abc', 'Items by value', 'Items', 'abc-classification'],
    ['aging', 'Stock by age', 'Stock', 'inventory-aging'],
    ['slow-dead', 'Stock by state', 'Items', 'slow-dead-stock'],
    ['turns', 'Turns by item', 'Items', 'turns-doi'],
  ])('show new figures by themselves after the job has run, and fetch only those: %s', async (...page) => {
    const [path, chart, table, metric] = page;
    board = await Board.open(browser, `/app/inventory/${path}`);
    await board.shows(chart, /by run/);
    await board.mark();
    board.takeRequests();

    const runId = await recalculate(api);
    await board.shows(chart, `by run ${runId.slice(-6)}`);
    await board.shows(table, `by run ${runId.slice(-6)}`);
    expect(board.takeRequests()).toEqual([`GET /metrics/${metric}`]);
    expect(await board.isMarked()).toBe(true);
    expect(board.complaints).toEqual([]);
  });

  it("change an item's stock by themselves when a completion is posted", async () => {
    const production = await startProduction(api);
    await production.complete(4);
    board = await Board.open(browser, `/app/inventory/items/${production.itemId}/movements`);
    await board.shows('On hand', '4 pcs now');
    await board.mark();
    board.takeRequests();

    await production.complete(5);
    await board.shows('On hand', '9 pcs now');
    await board.shows('Movements', '+5');
    expect(board.takeRequests()).toEqual([
      'GET /inventory/balances',
      `GET /inventory/items/${production.itemId}/movements`,
    ]);
    expect(await board.isMarked()).toBe(true);
  });

  it('say what they do not understand of an address, and what does not exist', async () => {
    board = await Board.open(browser, '/app/inventory/abc?class=Z&sort=price&page=0');
    await board.page.getByText('does not know (class, sort, page)').waitFor();
    await board.shows('Items by value', /by run/);

    const nobodys = '0190a000-0000-7000-8000-000000000000';
    await board.page.goto(new URL(`/app/inventory/items/${nobodys}/movements`, board.page.url()).toString());
    await board.page.getByRole('heading', { name: 'No such item' }).waitFor();
  });
});
