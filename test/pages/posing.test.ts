/**
 * Elements that a visitor may write (a comment, an article) and that take names of `window` and `document`:
 * none of them runs foreign code, and none leaves the page without a figure.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch, openPage, startDemo, startHost, type RunningServer } from '../support/browser.js';

/** Names of `document` that the widgets, their loader or Lit read. */
const OF_DOCUMENT = [
  ...[
    'currentScript',
    'baseURI',
    'head',
    'body',
    'documentElement',
    'readyState',
    'visibilityState',
  ],
  ...[
    'compatMode',
    'adoptedStyleSheets',
    'querySelector',
    'querySelectorAll',
    'getElementsByTagName',
  ],
  ...['getElementById', 'createElement', 'createElementNS', 'createComment', 'createTextNode'],
  ...[
    'createDocumentFragment',
    'createTreeWalker',
    'importNode',
    'addEventListener',
    'dispatchEvent',
  ],
  ...['removeEventListener', 'defaultView', 'fonts', 'title'],
];
/** Names of `window` that nobody has defined. */
const OF_WINDOW = [
  ...['tcns', 'tcnsBase', 'tcnsWidgets', 'litHtmlVersions', 'litElementVersions', 'litNonce'],
  ...['reactiveElementVersions', 'litPropertyMetadata', 'litHtmlPolyfillSupport', 'ShadyCSS'],
  ...['reactiveElementPolyfillSupport', 'litElementPolyfillSupport', 'litElementHydrateSupport'],
  ...['addEventListener', 'removeEventListener', 'hasOwnProperty'],
  ...['process', 'define', 'module', 'exports', 'require', 'global'],
];

/** The elements, which lead to an address of another origin where they lead anywhere. */
const posing = (foreign: string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(OF_DOCUMENT.map((name) => [`img ${name}`, `<img name="${name}" alt="">`])),
  ...Object.fromEntries(
    OF_WINDOW.map((name) => [`a ${name}`, `<a id="${name}" href="${foreign}">x</a>`]),
  ),
  'form currentScript': `<form name="currentScript"><input name="src" value="${foreign}tcns.js"></form>`,
  'form baseURI': '<form name="baseURI"></form>',
  'two a tcns': `<a id="tcns" href="${foreign}">x</a><a id="tcns" name="base" href="${foreign}">x</a>`,
  'form tcns': `<form id="tcns" name="tcns"><input name="configure"><input name="base" value="${foreign}"><input name="settings"></form>`,
  'iframe tcns': `<iframe name="tcns" srcdoc="<a id=base href='${foreign}'></a><a id=configure></a>"></iframe>`,
  'meta base': `<meta name="tcns-base" content="${foreign}">`,
  'meta api': `<meta name="tcns-api" content="${foreign}v1">`,
  'meta bundle': `<meta name="tcns-bundle" content="${foreign}bundle.json">`,
  'form placeholder':
    '<form data-tcns="stat"><input name="dataset"><input name="closest"><input name="children"></form>',
});

describe('elements that pose as what the widgets read', () => {
  let browser: Browser;
  let demo: RunningServer;
  let host: RunningServer;
  let stranger: RunningServer;
  let elements: Readonly<Record<string, string>>;

  before(async () => {
    [browser, demo, stranger] = await Promise.all([launch(), startDemo(), startHost({})]);
    elements = posing(`${stranger.origin}/tcns/`);
    const card = '<tcns-kpi-card area="48@2008" indicator="members">15 nghìn</tcns-kpi-card>';
    const script = `<script src="${demo.origin}/cdn/tcns.js" data-api="${demo.origin}/api/v1"></script>`;
    // Settings of the page's author stand in the head, and the script may come without an address.
    const pages: Record<string, string> = {};
    Object.values(elements).forEach((element, i) => {
      const head =
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Bài</title></head><body>';
      pages[`/${i}/before`] = `${head}${element}${card}${script}`;
      pages[`/${i}/after`] = `${head}${script}${card}${element}`;
      pages[`/${i}/all`] = `${head}${element}${card}${script.replace('tcns.js', 'tcns-all.js')}`;
    });
    const fields = [
      'closest',
      'insertBefore',
      'parentElement',
      'getRootNode',
      'getAttribute',
      'lang',
    ]
      .map((name) => `<input name="${name}">`)
      .join('');
    pages['/form'] =
      `<!doctype html><meta charset="utf-8"><title>Bài</title><form>${fields}<blockquote data-tcns="stat" data-area="48@2008" data-indicator="teams">2.400 tổ</blockquote></form>${script}`;
    host = await startHost(pages);
  });
  after(async () => {
    await Promise.all([browser, demo, host, stranger].map((one) => one.close()));
  });

  /** The figure on the card, once it is there; asked in a way that no element of the page can answer. */
  const figure = (page: Page) =>
    page.evaluate(async () => {
      for (const end = performance.now() + 20_000; performance.now() < end;) {
        const card = Document.prototype.querySelector.call(document, 'tcns-kpi-card');
        const value = card?.shadowRoot?.querySelector('[part~="value"]')?.textContent;
        if (value) return value.replace(/\s+/g, ' ').trim();
        await new Promise((done) => requestAnimationFrame(done));
      }
      return 'none';
    });

  it('a form around a placeholder, whose fields take names of its parent, keeps it from nothing', async () => {
    const { page, complaints, close } = await openPage(browser);
    await page.goto(`${host.origin}/form`);
    const made = page.locator('tcns-stat[indicator="teams"]');
    await made.waitFor({ state: 'attached' });
    assert.equal(await made.evaluate((stat) => stat.parentElement?.localName), 'form');
    assert.deepEqual(complaints.errors, []);
    await close();
  });

  for (const where of ['before', 'after', 'all']) {
    it(`neither run code nor take the figure away: ${where}`, async () => {
      const { page, complaints, close } = await openPage(browser);
      const asked: string[] = [];
      // Without a route, which would keep the browser from its cache for two hundred pages.
      page.on('request', (request) => {
        if (request.url().startsWith(stranger.origin)) asked.push(request.url());
      });
      const wrong: string[] = [];
      for (const [i, name] of Object.keys(elements).entries()) {
        complaints.errors.length = asked.length = 0;
        await page.goto(`${host.origin}/${i}/${where}`);
        const shown = await figure(page);
        if (!/15\.000/.test(shown)) wrong.push(`${name}: the card shows ${shown}`);
        if (asked.length > 0) wrong.push(`${name}: asked ${asked.join(' ')}`);
        if (complaints.errors.length > 0) wrong.push(`${name}: ${complaints.errors.join('; ')}`);
      }
      await close();
      assert.deepEqual(wrong, []);
    });
  }
});
