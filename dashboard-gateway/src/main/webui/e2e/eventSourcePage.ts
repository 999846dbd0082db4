import type { Browser, BrowserContext, Page } from 'playwright-core';
import { url } from './stack';

/** An event as a page's own EventSource got it. */
export interface Seen {
  readonly type: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

declare global {
  interface Window {
    stream: EventSource;
    seen: Seen[];
    shown: unknown[];
  }
}

/** EventSource tells nobody of a named event that has no listener of its own. */
const TYPES = [
  'system.ready',
  'system.refused',
  'system.resync',
  'system.bye',
  'system.heartbeat',
  'production:changed',
];

const COOKIE = 'andon_session';
const PATIENCE_MS = 20_000;

/** A page of the gateway's origin, without the dashboard: what it streams, the browser's EventSource alone brings. */
export class EventSourcePage {
  private constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {}

  static async open(browser: Browser): Promise<EventSourcePage> {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(url('/app/config.json'));
    return new EventSourcePage(context, page);
  }

  /** Has the gateway make the token the browser's cookie. */
  async signIn(token: string): Promise<void> {
    const status = await this.page.evaluate(async (bearer) => {
      const headers = { Authorization: `Bearer ${bearer}` };
      return (await fetch('/events/session', { method: 'POST', headers })).status;
    }, token);
    if (status !== 204) {
      throw new Error(`the session was answered with ${status}`);
    }
  }

  async signOut(): Promise<void> {
    await this.page.evaluate(() => fetch('/events/session', { method: 'DELETE' }));
  }

  /** Puts a cookie into the browser as if it had outlived its token. */
  async keepCookie(token: string): Promise<void> {
    await this.context.addCookies([
      {
        name: COOKIE,
        value: token,
        domain: new URL(url('/')).hostname,
        path: '/events',
        httpOnly: true,
        sameSite: 'Strict',
      },
    ]);
  }

  async hasCookie(): Promise<boolean> {
    return (await this.context.cookies(url('/events'))).some(({ name }) => name === COOKIE);
  }

  /** What a script of the page sees of the browser's cookies. */
  cookieOfScripts(): Promise<string> {
    return this.page.evaluate(() => document.cookie);
  }

  async stream(): Promise<void> {
    await this.page.evaluate((types) => {
      window.seen = [];
      window.stream = new EventSource('/events');
      for (const type of types) {
        window.stream.addEventListener(type, (event) => {
          const { data } = JSON.parse(String(event.data)) as { data: Record<string, unknown> };
          window.seen.push({ type, id: event.lastEventId, data });
        });
      }
    }, TYPES);
  }

  /** Runs the lines of a document, in which `show` is a function that gets what {@link shown} answers. */
  async run(lines: string, token: string): Promise<void> {
    await this.page.evaluate(
      `(async (token, show) => { ${lines} })(${JSON.stringify(token)}, (shown) => window.shown.push(shown), window.shown = [])`,
    );
  }

  shown(): Promise<readonly unknown[]> {
    return this.page.evaluate(() => window.shown);
  }

  seen(): Promise<readonly Seen[]> {
    return this.page.evaluate(() => window.seen);
  }

  async seenOf(type: string): Promise<readonly Seen[]> {
    return (await this.seen()).filter((event) => event.type === type);
  }

  /** Waits for so many events of a type, and answers them. */
  async awaits(type: string, count = 1): Promise<readonly Seen[]> {
    await this.page.waitForFunction(
      ([wanted, least]) => window.seen.filter((event) => event.type === wanted).length >= least,
      [type, count] as const,
    );
    return this.seenOf(type);
  }

  /** Waits until the browser has given the stream up for ever. */
  async isClosed(): Promise<void> {
    await this.page.waitForFunction(() => window.stream.readyState === EventSource.CLOSED);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
