/** Frames on a page: what readers see in them, and whom the page believes when they say how high they are. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { viewFiles } from '../../src/api/oembed.js';
import { launch, openPage, startDemo, startHost, type RunningServer } from '../support/browser.js';
import { page } from './bare-page.js';

const SENTENCE = 'Đà Nẵng: hơn 15.000 thành viên (tháng 12/2022). Nguồn: Báo Đà Nẵng';
const QUERY = 'widget=kpi-card&area=48@2008&indicator=members';
const frameOf = (src: string, more = 'sandbox="allow-scripts"') =>
  `<iframe id="f" ${more} width="400" height="90" src="${src}"></iframe>`;
const heightOf = (on: Page) => on.locator('#f').evaluate((frame) => frame.clientHeight);
const grown = (on: Page) =>
  on.waitForFunction(() => (document.querySelector('#f')?.clientHeight ?? 0) > 150);

describe('frames on a page', () => {
  let browser: Browser;
  let demo: RunningServer;
  let base: string;
  before(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
    base = `${demo.origin}/cdn/`;
  });
  after(async () => {
    await Promise.all([browser.close(), demo.close()]);
  });
  /** The page for frames lies at the demo's, the fixed one at the site. */
  const addressOf = (path: string) => (path.startsWith('embed/') ? `/${path}` : base + path);
  const script = () => `<script src="${base}tcns.js"></script>`;

  /** Opens a page of another site, which has the fixed page `da-nang`, too. */
  const open = async (pages: Readonly<Record<string, string>>) => {
    const view = `${base}embed.html?${QUERY}`;
    const written = viewFiles({ base, view, name: 'da-nang', sentence: SENTENCE });
    // Its files are the demo's, because it does not lie beside them here.
    const fixed = (written['embed/da-nang.html'] ?? '').replaceAll('"../', `"${base}`);
    const settings = JSON.stringify({ api: `${demo.origin}/api/v1` });
    const host = await startHost(
      { '/embed/da-nang.html': fixed, '/embed.config.json': settings, ...pages },
      { 'Access-Control-Allow-Origin': '*' },
    );
    const opened = await openPage(browser);
    await opened.page.goto(host.origin);
    const close = () => Promise.all([opened.close(), host.close()]);
    return { ...opened, close };
  };

  for (const address of [`embed.html?${QUERY.replaceAll('&', '&amp;')}`, 'embed/da-nang.html']) {
    it(`${address.slice(0, 18)} grows with its figure`, async () => {
      const {
        page: on,
        all,
        close,
      } = await open({ '/': page(frameOf(addressOf(address)), script()) });
      await grown(on);
      const inside = on.frameLocator('#f');
      assert.match(await inside.locator('[part="value"]').first().innerText(), /15\.000/);
      const sentences = inside.locator('.message');
      for (const one of await sentences.all())
        assert.equal(await one.isVisible(), false, 'the sentence is no part of the figure');
      assert.deepEqual(all(), []);
      await close();
    });

    it(`${address.slice(0, 18)} grows where a lazy loader brings its address later`, async () => {
      const lazy = frameOf(addressOf(address)).replace(' src=', ' src="about:blank" data-src=');
      const { page: on, close } = await open({ '/': page(lazy, script()) });
      await on.waitForFunction(() => 'tcns' in window);
      await on.evaluate(() => {
        const frame = document.querySelector('iframe')!;
        frame.src = frame.dataset['src'] ?? '';
      });
      await grown(on);
      await close();
    });
  }

  it('believe no other frame, and no frame inside theirs', async () => {
    const shout = (value: number) =>
      `<script>addEventListener('message', () => { top.postMessage({ tcns: 1, type: 'height', value: ${value} }, '*'); top.postMessage('shouted', '*'); });</script>`;
    const { page: on, close } = await open({
      '/': page(
        `${frameOf('/embed.html?widget=around', '')}<iframe id="other" height="70" src="/other.html"></iframe><iframe id="right" src="/embed/right.html"></iframe>`,
        `<script>window.shouts = 0; addEventListener('message', ({ data }) => { if (data === 'shouted') window.shouts += 1; });</script>${script()}`,
      ),
      // A frame of the right name that only has a loud one inside.
      '/embed.html': page('<iframe src="/inner.html"></iframe>'),
      '/inner.html': page('', shout(900)),
      '/other.html': page('', shout(800)),
      '/embed/right.html': page('', shout(333)),
    });
    // The right one is greeted and answers, so the page listens from here on.
    const right = on.locator('#right');
    await on.waitForFunction(() => document.querySelector('#right')?.clientHeight === 333);
    const before = await on.evaluate(() => (window as unknown as { shouts: number }).shouts);
    await on.evaluate(() => {
      const other = document.querySelector<HTMLIFrameElement>('#other')?.contentWindow;
      for (const one of [other, window.frames[0]?.frames[0]]) one?.postMessage('shout', '*');
    });
    await on.waitForFunction(
      (count) => (window as unknown as { shouts: number }).shouts >= count + 2,
      before,
    );
    assert.equal(await heightOf(on), 90);
    assert.equal(await on.locator('#other').evaluate((frame) => frame.clientHeight), 70);
    assert.equal(await right.evaluate((frame) => frame.clientHeight), 333);
    await close();
  });

  it('take no height that is none', async () => {
    const values = ['-5', '"400"', '3.5', 'NaN', 'Infinity', '{}', 'null', '1e9', '[300]'];
    const say = values
      .map((value) => `parent.postMessage({ tcns: 1, type: 'height', value: ${value} }, '*');`)
      .join('');
    const {
      page: on,
      all,
      close,
    } = await open({
      '/': page(frameOf('/embed.html?widget=loud', ''), script()),
      // Speaks when it is greeted, so that the page listens already.
      '/embed.html': page(
        '',
        `<script>addEventListener('message', () => { ${say} parent.postMessage({ tcns: 1, type: 'height', value: 333 }, '*'); });</script>`,
      ),
    });
    await on.waitForFunction(() => document.querySelector('#f')?.clientHeight === 333);
    assert.deepEqual(all(), []);
    await close();
  });

  it('show the author’s sentence with date, source and address where scripts are forbidden', async () => {
    const { page: on, close } = await open({
      '/': page(frameOf('/embed/da-nang.html', 'sandbox=""'), script()),
    });
    const inside = on.frameLocator('#f').locator('#main');
    const text = await inside.innerText();
    assert.ok(text.includes(SENTENCE), text);
    assert.ok(text.includes(`${base}embed/da-nang.html`), text);
    assert.doesNotMatch(text, /JavaScript/i);
    await close();
  });

  it('say where the figures are where scripts are forbidden and nobody wrote a sentence', async () => {
    const { page: on, close } = await open({
      '/': page(frameOf(`${base}embed.html?${QUERY}`, 'sandbox=""')),
    });
    const text = await on.frameLocator('#f').locator('.message').innerText();
    assert.match(text, /mở trang nguồn/);
    assert.doesNotMatch(text, /JavaScript/i);
    await close();
  });

  it('show the figure in a frame inside a frame, and in one of srcdoc', async () => {
    const frame = frameOf(`${base}embed.html?${QUERY}`);
    const inner = frame.replaceAll('"', '&quot;');
    const {
      page: on,
      all,
      close,
    } = await open({
      '/': page(
        `<iframe id="outer" src="/between.html"></iframe><iframe id="doc" srcdoc="${inner}"></iframe>`,
      ),
      '/between.html': page(frame),
    });
    for (const around of ['#outer', '#doc']) {
      const card = on.frameLocator(around).frameLocator('#f').locator('[part="value"]').first();
      assert.match(await card.innerText(), /15\.000/, around);
    }
    assert.deepEqual(all(), []);
    await close();
  });
});
