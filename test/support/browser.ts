/**
 * Pages in a real Chromium, for node:test: the demo's server on a port of its own, and what
 * a page complained about.
 */
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Page,
  type Request,
} from 'playwright-core';
import { findBrowser, playwrightArgs } from '../../tools/test/find-browser.mjs';
import { createServer as createDemoServer } from '../../tools/serve.mjs';

/** What went wrong on a page while it was open. */
export interface Complaints {
  /** Errors and warnings of the console. */
  console: string[];
  /** Errors that nobody caught. */
  errors: string[];
  /** Violations of the Content-Security-Policy, Trusted Types too. */
  csp: string[];
  /** Requests that failed or were answered with 400 and above. */
  requests: string[];
}

export interface OpenPage {
  page: Page;
  complaints: Complaints;
  /** All of them in one list, each under its kind: `assert.deepEqual(all(), [])`. */
  all: () => string[];
  close: () => Promise<void>;
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: playwrightArgs,
  });
}

/** ms until a test gives up on what it waits for: only a failing test waits so long, and a busy machine is slow. */
const PATIENCE = 90_000;

/**
 * Asks again until nothing is thrown: for what a page does soon after it was asked, of which it gives no other
 * sign. The last error is that of the test.
 */
export async function eventually(check: () => unknown): Promise<void> {
  for (const end = performance.now() + PATIENCE; ;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await wait(50);
    }
  }
}

/** A page in a context (profile) of its own; `options` as for a Playwright context. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  return { page, ...(await collect(page)), close: () => context.close() };
}

/**
 * Requests that failed, without those which a test broke off by going to its next address: what a page loads
 * in an idle moment is no fault of the page, and when it comes depends on how busy the machine is.
 */
function collectFailedRequests(page: Page, failed: string[]): void {
  let documents = 0;
  let leaving = false;
  const documentOf = new WeakMap<Request, number>();
  /** Those that were broken off count only if their document stays. */
  let brokenOff: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) leaving = true;
    documentOf.set(request, documents);
  });
  page.on('framenavigated', (frame) => {
    // A change of the hash is told here too, but asks for nothing.
    if (frame !== page.mainFrame() || !leaving) return;
    leaving = false;
    documents++;
    for (const text of brokenOff) failed.splice(failed.indexOf(text), 1);
    brokenOff = [];
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'failed';
    const text = `${request.url()}: ${why}`;
    if (why === 'net::ERR_ABORTED') {
      if (documentOf.get(request) !== documents) return;
      brokenOff.push(text);
    }
    failed.push(text);
  });
}

async function collect(page: Page) {
  const complaints: Complaints = { console: [], errors: [], csp: [], requests: [] };
  page.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warning')
      complaints.console.push(`${type}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.errors.push(error.message));
  collectFailedRequests(page, complaints.requests);
  page.on('response', (response) => {
    if (response.status() >= 400)
      complaints.requests.push(`${response.url()}: ${response.status()}`);
  });
  await page.exposeFunction('__tcnsCsp', (text: string) => complaints.csp.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      const report = (window as unknown as { __tcnsCsp: (text: string) => void }).__tcnsCsp;
      report(`${violatedDirective}: ${blockedURI} ${sample} at ${sourceFile}:${lineNumber}`);
    });
  });
  const all = () =>
    Object.entries(complaints).flatMap(([kind, list]: [string, string[]]) =>
      list.map((text) => `${kind}: ${text}`),
    );
  return { complaints, all };
}

/**
 * Axe on a page, for its violations. Describing all that is well would take half of its time, and so would
 * the second page in which it joins the results of frames: a page without frames needs none.
 */
export const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(page.frames().length === 1);

/** The rules of axe that only the colours of a page can break: enough where another theme is all that differs. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * How wide the page is in a window of another width, once that was painted: what measures its own
 * room hears of the new one only when the browser makes the next frame.
 */
export async function widthTaken(page: Page, width: number, height = 900): Promise<number> {
  await page.setViewportSize({ width, height });
  return page.evaluate(
    () =>
      new Promise<number>((done) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => done(document.documentElement.scrollWidth)),
        ),
      ),
  );
}

/** What moves on a page that is opened after this: how far, and what. A page that holds still has none. */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    type Shift = PerformanceEntry & { value: number; sources: { node?: Node }[] };
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        // a line of letters by a pixel or two, when fonts come late: nobody sees that
        if (value < 0.0001) continue;
        const moved = sources.map(({ node }) =>
          node instanceof Element
            ? `${node.localName} in ${node.parentElement?.className}`
            : 'a text',
        );
        shifts.push(`${value.toFixed(4)}: ${moved.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}

export interface RunningServer {
  origin: string;
  /** Ends it at once, open connections too: an API that dies. */
  close: () => Promise<void>;
}

async function start(server: Server): Promise<RunningServer> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, close };
}

/** tools/serve.mjs on a free port; `options` name other folders (`demo`, `cdn`, `api`). */
export function startDemo(
  options: { root?: string; demo?: string; cdn?: string; api?: string } = {},
) {
  return start(createDemoServer(options));
}

/** A host page of another origin: paths and what is there; `headers` on every answer. */
export function startHost(pages: Record<string, string>, headers: Record<string, string> = {}) {
  return start(
    createHttpServer((request, response) => {
      const body = pages[new URL(request.url ?? '/', 'http://host').pathname];
      const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
      response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': type, ...headers });
      response.end(body ?? 'Not found');
    }),
  );
}
