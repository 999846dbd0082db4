import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Board } from './board';
import { launchBrowser } from './browser';
import { startProduction, STOCK, type Production } from './production';
import { PERSON, signIn, type Client } from './stack';

let browser: Browser;
let api: Client;
let production: Production;
let board: Board;

beforeAll(async () => {
  browser = await launchBrowser();
  api = await signIn(PERSON);
});

beforeEach(async () => {
  production = await startProduction(api);
});

afterEach(() => board.close());

afterAll(() => browser.close());

async function openForm(form: string, person = PERSON): Promise<Locator> {
  board = await Board.open(browser, `/app/work-orders/${production.orderId}?form=${form}`, 'light', person);
  return board.page.getByRole('form');
}

describe('the forms of a work order', () => {
  it('create an order, release it, and post output to it', async () => {
    board = await Board.open(browser, `/app/work-orders/new?item=${production.itemId}`);
    const form = board.page.getByRole('form', { name: 'What is to be made' });
    await form.getByLabel('Quantity planned').fill('40');
    await form.getByLabel('Put output into').selectOption(production.storeId);
    await form.getByRole('button', { name: 'Create order' }).click();
    await board.page.getByRole('link', { name: 'Release', exact: true }).click();
    await board.page.getByRole('button', { name: 'Release order' }).click();
    await board.page.getByText('Order released.').waitFor();

    await board.page.getByRole('link', { name: 'Report completion' }).click();
    await board.page.getByLabel('Quantity made, pcs').fill('25');
    await board.page.getByRole('button', { name: 'Post completion' }).click();
    await board.page.getByText('Completion posted.').waitFor();
    await board.page.getByRole('img', { name: /: 25 pcs good/ }).waitFor();
    expect(board.complaints).toEqual([]);
  });

  it('post once, however often one presses', async () => {
    const form = await openForm('completion');
    await form.getByLabel('Quantity made, pcs').fill('7');
    await form.getByRole('button', { name: 'Post completion' }).dblclick();
    await board.page.getByRole('img', { name: /: 7 pcs good/ }).waitFor();
    expect(await production.completions()).toHaveLength(1);
  });

  it('post once also when the answer got lost and one tries again', async () => {
    const form = await openForm('completion');
    await form.getByLabel('Quantity made, pcs').fill('9');
    // The service gets the request and posts; the browser gets no answer.
    await board.page.route(
      '**/post',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await form.getByRole('button', { name: 'Post completion' }).click();
    await form.getByText('Andon cannot be reached').waitFor();
    await form.getByRole('button', { name: 'Post completion' }).click();
    await board.page.getByText('Completion posted.').waitFor();
    const completions = await production.completions();
    expect(completions.map(({ status }) => status)).toEqual(['posted']);
    await board.page.getByRole('img', { name: /: 9 pcs good/ }).waitFor();
  });

  it('show at the fields what the service objects to', async () => {
    const form = await openForm('batch');
    await form.getByLabel('Quantity made, pcs').fill('-3');
    await form.getByRole('button', { name: 'Record batch' }).click();
    await form.getByText('The request is invalid').waitFor();
    await form.getByText('must be greater than 0').waitFor();
    expect(await form.getByLabel('Material', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect(await production.completions()).toEqual([]);
  });

  it('show at the line what stock is short of, and let a planner post for a reason', async () => {
    const form = await openForm('batch');
    await form.getByLabel('Quantity made, pcs').fill('8');
    await form.getByLabel('Material', { exact: true }).selectOption(production.material.id);
    await form.getByLabel('Quantity, kg').fill(String(STOCK + 20));
    await form.getByRole('button', { name: 'Record batch' }).click();
    await form.getByText(`Only ${STOCK} kg there: 20 kg short`).waitFor();
    expect(await production.completions()).toEqual([]);

    await form.getByLabel('Post although stock is short').check();
    await form.getByLabel('Reason').fill('counted twenty more');
    await form.getByRole('button', { name: 'Record batch' }).click();
    await board.page.getByText('Batch recorded: 8 pcs so far.').waitFor();
  });

  it('are not there for a viewer, nor a planner’s for an operator', async () => {
    await openForm('batch', 'viewer@alder-street');
    await board.page.getByText('This takes the role of operator').waitFor();
    expect(await board.page.getByRole('form').count()).toBe(0);
    expect(await board.page.getByRole('link', { name: 'Record batch' }).count()).toBe(0);
    await board.page.goto(board.page.url().replace(/\/work-orders\/.*/, '/work-orders'));
    await board.page.getByRole('region', { name: 'Work orders, as a table' }).waitFor();
    expect(await board.page.getByRole('link', { name: 'New work order' }).count()).toBe(0);
    await board.close();

    await openForm('cancel', 'operator@alder-street');
    await board.page.getByText('This takes the role of planner').waitFor();
    await board.page.getByRole('link', { name: 'Record batch' }).waitFor();
  });

  it('void what was posted', async () => {
    await production.batch(6);
    board = await Board.open(browser, `/app/work-orders/${production.orderId}`);
    await board.page.getByRole('region', { name: 'Completions, as a table' }).getByRole('link').click();
    await board.page.getByRole('link', { name: 'Void' }).click();
    await board.page.getByRole('button', { name: 'Void posting' }).click();
    await board.page.getByText('Voided').first().waitFor();
    await board.shows('Posting', PERSON);
    const [completion] = await production.completions();
    expect(completion?.status).toBe('voided');
  });
});
