import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeViolations } from './axe';
import { Board } from './board';
import { launchBrowser } from './browser';
import { startProduction, type Production } from './production';
import { PERSON, signIn, type Client } from './stack';

let browser: Browser;
let api: Client;
let production: Production;
const boards: Board[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  api = await signIn(PERSON);
});

beforeEach(async () => {
  production = await startProduction(api);
});

afterEach(async () => {
  await Promise.all(boards.splice(0).map((board) => board.close()));
});

afterAll(() => browser.close());

async function open(path: string, theme: 'light' | 'dark' = 'light'): Promise<Board> {
  const board = await Board.open(browser, path, theme);
  boards.push(board);
  return board;
}

function listPath(): string {
  return `/app/work-orders?status=in_progress&item=${production.itemId}`;
}

/** Waits until a bar says so: it is on the list and on the order's own page. */
async function hasMade(board: Board, quantity: number): Promise<void> {
  await board.page.getByRole('img', { name: new RegExp(`: ${quantity} pcs good`) }).waitFor();
}

describe('work orders in two browsers', () => {
  it('refresh by themselves after a batch of a third client, and fetch only what the contract names', async () => {
    await production.batch(5);
    const order = `GET /work-orders/${production.orderId}`;
    const [list, detail] = [await open(listPath()), await open(`/app/work-orders/${production.orderId}`)];
    for (const board of [list, detail]) {
      await hasMade(board, 5);
      await board.mark();
    }
    await detail.shows('Materials', production.material.name);
    await detail.shows('History', 'Released');
    await detail.shows('Issues', 'Nothing was issued.');
    for (const board of [list, detail]) {
      board.takeRequests();
    }

    // The second batch is the barrier: what the first made anybody fetch has been asked for by then.
    for (const [quantity, total] of [
      [7, 12],
      [8, 20],
    ] as const) {
      await production.batch(quantity);
      await Promise.all([hasMade(list, total), hasMade(detail, total)]);
      await detail.panel('Materials').getByText(String(total), { exact: true }).waitFor();
      expect(list.takeRequests()).toEqual(['GET /work-orders']);
      expect(detail.takeRequests()).toEqual([
        order,
        `${order}/completions`,
        `${order}/execution`,
        `${order}/history`,
        `${order}/issues`,
        `${order}/requirements`,
      ]);
    }
    for (const board of [list, detail]) {
      expect(await board.isMarked()).toBe(true);
      expect(board.complaints).toEqual([]);
    }
  });
});

describe('the way through the work orders', () => {
  it('leads from the list to an order to a batch by keyboard alone, and Back restores', async () => {
    await production.batch(5);
    const board = await open(listPath());
    await hasMade(board, 5);
    await board.mark();

    expect(await board.tabToRow()).toBe(production.number);
    await board.page.keyboard.press('Enter');
    await board.page.getByRole('heading', { name: production.number, level: 1 }).waitFor();
    await board.panel('Completions').getByText('Batch').waitFor();
    const completion = await board.tabToRow();
    await board.page.keyboard.press('Enter');
    await board.page.getByRole('heading', { name: 'Batch', level: 1 }).waitFor();
    await board.shows('Consumed', production.material.name);
    const [posted] = await production.completions();
    await board.shows('Posting', String(posted?.eventId));
    await board.shows('Posting', String(posted?.movementId));

    await board.page.goBack();
    await board.page.getByRole('heading', { name: production.number, level: 1 }).waitFor();
    await board.waitForFocus(completion);
    await board.page.goBack();
    await board.waitForFocus(production.number);
    expect(new URL(board.page.url()).search).toBe(`?status=in_progress&item=${production.itemId}`);
    expect(await board.isMarked()).toBe(true);
    expect(board.complaints).toEqual([]);
  });

  it.each([
    ['what is no id', '/app/work-orders/nonsense', 'This page does not exist'],
    ['no page', '/app/work-ordres', 'This page does not exist'],
    ['an unknown order', '/app/work-orders/0190a000-0000-7000-8000-000000000002', 'No such work order'],
    ['an unknown filter', '/app/work-orders?status=relased', 'does not know (status)'],
    ['a cursor of another list', '/app/work-orders?cursor=nonsense', 'A field is invalid'],
  ])('says clearly what is wrong with %s', async (_, path, words) => {
    const board = await open(path);
    await board.page.getByText(words).first().waitFor();
  });

  it.each(['light', 'dark'] as const)('has nothing that axe objects to (%s)', async (theme) => {
    await production.batch(5);
    const board = await open(listPath(), theme);
    await hasMade(board, 5);
    expect(await axeViolations(board.page)).toEqual([]);
    await board.page.getByRole('link', { name: production.number }).click();
    await board.shows('Materials', production.material.name);
    expect(await axeViolations(board.page)).toEqual([]);
    await board.page.getByRole('link', { name: 'Record batch' }).click();
    await board.page.getByRole('form', { name: 'Record a batch' }).waitFor();
    expect(await axeViolations(board.page)).toEqual([]);
  });
});
