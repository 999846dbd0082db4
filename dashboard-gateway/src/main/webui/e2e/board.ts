import type { Browser, Locator, Page } from 'playwright-core';
import { PASSWORD, PERSON, url } from './stack';

/** What of a page's traffic is the API's: the page's own files and the stream are not. */
const API = /^\/(production-|metrics|work-orders|items|locations|inventory|boms|tenant-settings)/;

const TIMEOUT_MS = 20_000;

/** A page has fewer links and inputs before its first row. */
const MOST_TABS = 60;

/** The dashboard in a browser, as a person meets it. */
export class Board {
  private readonly requests: string[] = [];
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (API.test(pathname)) {
        this.requests.push(`${request.method()} ${pathname}`);
      }
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        this.complaints.push(message.text());
      }
    });
  }

  static async open(
    browser: Browser,
    path: string,
    colorScheme: 'light' | 'dark' = 'light',
    person = PERSON,
  ): Promise<Board> {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 } });
    const board = new Board(await context.newPage());
    board.page.setDefaultTimeout(TIMEOUT_MS);
    await board.page.goto(url(path));
    await board.page
      .getByLabel('User name')
      .or(board.page.locator('input[name=username]'))
      .first()
      .fill(person);
    await board.page.locator('input[name=password]').fill(PASSWORD);
    await board.page.locator('input[name=password]').press('Enter');
    await board.is('Live');
    return board;
  }

  /** Waits until the live indicator says so. */
  async is(word: string, timeout = TIMEOUT_MS): Promise<void> {
    await this.page.getByTestId('live-state').getByText(word).first().waitFor({ timeout });
  }

  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** Waits until the text stands somewhere in the panel. */
  async shows(panel: string, text: string | RegExp): Promise<void> {
    await this.panel(panel).getByText(text).first().waitFor();
  }

  /** The requests to the API since the last call of this method, each once. */
  takeRequests(): readonly string[] {
    return [...new Set(this.requests.splice(0))].sort();
  }

  /** Presses Tab until the keyboard is on a link of a row, and says which. */
  async tabToRow(): Promise<string> {
    for (let presses = 0; presses < MOST_TABS; presses++) {
      await this.page.keyboard.press('Tab');
      const row = await this.focusedRow();
      if (row !== null) {
        return row;
      }
    }
    throw new Error(`no row was reached by ${MOST_TABS} presses of Tab`);
  }

  /** The text of the row link that has the keyboard, or null. */
  focusedRow(): Promise<string | null> {
    return this.page.evaluate(() =>
      document.activeElement?.matches('a.row-link') === true ? document.activeElement.textContent : null,
    );
  }

  /** Waits until the row link with that text has the keyboard. */
  async waitForFocus(row: string): Promise<void> {
    await this.page.waitForFunction((text) => document.activeElement?.textContent === text, row);
  }

  /** Waits until the code of a page, which is fetched ahead, has come. */
  async hasFetched(chunk: string): Promise<void> {
    await this.page.waitForFunction(
      (name) =>
        performance
          .getEntriesByType('resource')
          .some((entry) => entry.name.includes(name) && (entry as PerformanceResourceTiming).responseEnd > 0),
      chunk,
    );
  }

  /** Puts something on the page that a reload would take away. */
  async mark(): Promise<void> {
    await this.page.evaluate(() => Object.assign(window, { markOfTheTest: true }));
  }

  async isMarked(): Promise<boolean> {
    return this.page.evaluate(() => 'markOfTheTest' in window);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
