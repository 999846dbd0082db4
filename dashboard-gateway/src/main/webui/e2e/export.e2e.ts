import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCsv } from '../src/export/testing/readCsv';
import { Board } from './board';
import { launchBrowser } from './browser';
import { startProduction, type Production } from './production';
import { PERSON, signIn, type Client } from './stack';

let browser: Browser;
let api: Client;
let production: Production;
let zone: string;
let board: Board;

beforeAll(async () => {
  browser = await launchBrowser();
  api = await signIn(PERSON);
  production = await startProduction(api);
  await production.complete(12);
  zone = String((await api.get('/tenant-settings')).zone);
});

afterAll(() => browser.close());

beforeEach(async () => {
  board = await Board.open(browser, `/app/overview?item=${production.itemId}`);
  await board
    .panel('Output')
    .getByRole('link', { name: /: 12 pcs good/ })
    .waitFor({ state: 'attached' });
});

afterEach(() => board.close());

/** Has the page make a file, and reads what the browser saved. */
async function download(panel: string, kind: string): Promise<{ name: string; content: Buffer }> {
  await board.page.getByRole('button', { name: `Export ${panel}` }).click();
  const saved = board.page.waitForEvent('download');
  await board.page.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
  const file = await saved;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** What an XML parser makes of a drawing: the browser's, which is strict with this type. */
async function parseSvg(svg: string): Promise<Drawing> {
  return board.page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'image/svg+xml');
    const root = file.documentElement;
    return {
      root: root.localName,
      errors: file.querySelectorAll('parsererror').length,
      elements: [...new Set([...root.querySelectorAll('*')].map(({ localName }) => localName))].sort(),
      texts: [...root.querySelectorAll('text')].map(({ textContent }) => textContent),
      fills: [...new Set([...root.querySelectorAll('rect')].map((rect) => rect.getAttribute('fill')))],
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
    };
  }, svg);
}

interface Drawing {
  readonly root: string;
  readonly errors: number;
  readonly elements: readonly string[];
  readonly texts: readonly string[];
  readonly fills: readonly (string | null)[];
  readonly width: number;
  readonly height: number;
}

describe('the files of a chart', () => {
  it('are a drawing that needs nothing but itself', async () => {
    const { name, content } = await download('Output', 'SVG');
    expect(name).toMatch(/^andon-output-\d{8}T\d{6}Z\.svg$/);
    const svg = content.toString('utf8');
    expect(svg).not.toMatch(/var\(|url\(|href|class=|style=|foreignObject|@import|data-/);

    const drawing = await parseSvg(svg);
    expect([drawing.root, drawing.errors]).toEqual(['svg', 0]);
    expect(drawing.elements).toEqual(['g', 'line', 'rect', 'text', 'title']);
    expect(drawing.fills.every((fill) => /^#[0-9a-f]{6}$/.test(fill ?? ''))).toBe(true);
    expect(drawing.texts).toEqual(
      expect.arrayContaining(['Output', `Item: ${production.itemName}`, 'Good', 'Scrap', `Days in ${zone}`]),
    );
    expect(drawing.texts.at(-1)).toMatch(/^Andon, as of \d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
  });

  it('are a picture of twice the size of the drawing, also while the table is shown', async () => {
    await board.page.getByRole('button', { name: 'Output as a table' }).click();
    const { width, height } = await parseSvg((await download('Output', 'SVG')).content.toString('utf8'));
    const { content } = await download('Output', 'PNG');
    expect(content.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    // The header chunk follows the signature: width and height, big-endian (PNG, 11.2.1).
    expect([content.readUInt32BE(16), content.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
  });

  it('are rows that a spreadsheet reads', async () => {
    const { name, content } = await download('Output', 'CSV');
    expect(name).toMatch(/\.csv$/);
    const [header, today, ...others] = readCsv(content.toString('utf8'));
    expect(header).toEqual(['from', 'to', 'zone', 'good', 'scrap', 'uom', 'asOf']);
    expect(today?.slice(2, 6)).toEqual([zone, '12', '0', 'pcs']);
    expect(today?.[0]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(today?.[6]).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
    expect(others).toHaveLength(29);
  });

  it('can be had of every chart on the page', async () => {
    // A classification has no files before a run has found something to classify.
    await production.ship(2);
    for (const panel of ['Work orders by status', 'ABC classification']) {
      const drawing = await parseSvg((await download(panel, 'SVG')).content.toString('utf8'));
      expect(drawing.texts[0]).toBe(panel);
    }
    expect(board.complaints).toEqual([]);
  });
});
