/** The page for frames: what its address asks for, and its messages to the page around it. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import {
  axe,
  launch,
  openPage,
  startDemo,
  startHost,
  type RunningServer,
} from '../support/browser.js';
import { page, value } from './bare-page.js';

const CARD = 'widget=kpi-card&area=48@2008&indicator=members';

describe('embed.html', () => {
  let browser: Browser;
  let demo: RunningServer;
  before(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await Promise.all([browser.close(), demo.close()]);
  });
  const open = async (query: string) => {
    const opened = await openPage(browser);
    await opened.page.goto(`${demo.origin}/cdn/embed.html?${query}`);
    return opened;
  };

  it('shows the widget of its address, with the title of the document', async () => {
    const { page: on, all, close } = await open(`${CARD}&heading=Gi%E1%BA%A3&lang=en`);
    assert.match(await value(on).innerText(), /15,000/);
    await on.waitForFunction(
      () => document.title.includes('Da Nang') || /Đà Nẵng/.test(document.title),
    );
    assert.doesNotMatch(await on.locator('tcns-kpi-card').innerText(), /Giả/);
    const { violations } = await axe(on).withTags(['wcag2a', 'wcag2aa']).analyze();
    assert.deepEqual(
      violations.map(({ id }) => id),
      [],
    );
    assert.deepEqual(all(), []);
    await close();
  });

  const wrong: [string, string, RegExp][] = [
    ['no widget', '', /chưa nói tiện ích nào.*kpi-card/s],
    [
      'an unknown widget',
      'widget=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
      /Không có tiện ích.*<img src=x/s,
    ],
    ['another API', `${CARD}&api=https://evil.example/v1`, /không có trong danh sách/],
    ['a document elsewhere', `${CARD}&src=//evil.example/x.json`, /không có trong danh sách/],
    ['a script as an address', `${CARD}&src=javascript:alert(1)`, /không phải là một địa chỉ web/],
    [
      'borders from elsewhere',
      'widget=coverage-map&area=vn@2025&indicator=teams&geo-src=https://evil.example/vn.json',
      /không có trong danh sách/,
    ],
    ['a wrong word', `${CARD}&variant=huge`, /không hợp lệ.*standard, compact/s],
    [
      'a forged area',
      'widget=kpi-card&indicator=teams&area=Gi%C3%A1m%20%C4%91%E1%BB%91c%20A',
      /Không có địa bàn nào/,
    ],
    ['in English', 'widget=nothing&lang=en', /There is no widget of this name/],
  ];
  for (const [name, query, sentence] of wrong) {
    it(`says what is wrong: ${name}`, async () => {
      const { page: on, all, close } = await open(query);
      assert.match(await on.getByRole('alert').innerText(), sentence);
      assert.equal(await on.locator('tcns-kpi-card, tcns-coverage-map, img').count(), 0);
      assert.deepEqual(all(), []);
      await close();
    });
  }

  it('tells its height to the page around it, in a sandbox too, and again when WordPress asks', async () => {
    const host = await startHost({
      '/': page(
        `<iframe id="f" sandbox="allow-scripts" width="400" height="90" src="${demo.origin}/cdn/embed.html?${CARD}&amp;id=so1#?secret=abc123"></iframe>`,
        `<script>window.heard = []; addEventListener('message', (e) => heard.push(e.data));</script>
         <script src="${demo.origin}/cdn/tcns.js"></script>`,
      ),
    });
    const { page: on, all, close } = await openPage(browser);
    await on.goto(host.origin);
    const card = on.frameLocator('#f').locator('tcns-kpi-card [part="value"]');
    assert.match(await card.innerText(), /15\.000/);
    await on.waitForFunction(() => (document.querySelector('#f')?.clientHeight ?? 0) > 150);
    const heard = () =>
      on.evaluate(() => (window as unknown as { heard: Record<string, unknown>[] }).heard);
    const ours = (await heard()).find(({ tcns }) => tcns === 1);
    assert.equal(ours?.['id'], 'so1');
    assert.ok(Number.isInteger(ours['value']));
    const count = (await heard()).filter(({ message }) => message === 'height').length;
    assert.ok(count > 0);
    await on.evaluate(() =>
      (document.querySelector('#f') as HTMLIFrameElement).contentWindow?.postMessage(
        { message: 'ready', secret: 'abc123' },
        '*',
      ),
    );
    await on.waitForFunction(
      (before) =>
        (window as unknown as { heard: Record<string, unknown>[] }).heard.filter(
          ({ message, secret }) => message === 'height' && secret === 'abc123',
        ).length > before,
      count,
    );
    // A message of another window changes nothing; too much is clamped.
    await on.evaluate(() => postMessage({ tcns: 1, type: 'height', value: 5000 }, '*'));
    await on.evaluate(() => new Promise((done) => setTimeout(done, 0)));
    assert.ok((await on.locator('#f').evaluate((frame) => frame.clientHeight)) < 1000);
    assert.deepEqual(all(), []);
    await Promise.all([close(), host.close()]);
  });

  const VIEWS: Readonly<Record<string, string>> = {
    'coverage-map': 'area=vn@2008&indicator=coverage.commune',
    'campaign-tracker': 'campaign=bp-92-ngay-dem&fit=1',
    dashboard: 'area=vn@2008&indicator=members&fit=1',
    'service-guide': 'area=468@2008&fit=1',
    'kpi-card': 'area=48@2008&indicator=members&fit=1',
  };
  /** A frame on a page without our script; `grow` is the most that the page lets it grow to. */
  const framed = async (widget: string, width: number, height: number, grow = 0) => {
    const host = await startHost({
      '/': page(
        `<iframe id="f" sandbox="allow-scripts" width="${width}" height="${height}" src="${demo.origin}/cdn/embed.html?widget=${widget}&amp;${VIEWS[widget]}"></iframe>`,
        `<script>addEventListener('message', ({ data }) => {
          if (${grow} && data.tcns === 1) document.getElementById('f').height = Math.min(${grow}, Math.max(data.value, ${height}));
        })</script>`,
      ),
    });
    const opened = await openPage(browser);
    await opened.page.goto(host.origin);
    const frame = opened.page.frames().find((one) => one.url().includes('embed.html'));
    assert.ok(frame);
    return {
      ...opened,
      frame,
      done: async () => {
        await opened.close();
        await host.close();
      },
    };
  };
  for (const [widget, width, height, form] of [
    ['coverage-map', 500, 750, 'fit-scaled'],
    ['coverage-map', 320, 420, 'fit-link'],
    ['campaign-tracker', 500, 750, 'fit-shorter'],
    ['campaign-tracker', 500, 200, 'fit-shorter'],
    ['dashboard', 500, 750, 'fit-first'],
    ['service-guide', 500, 750, 'fit-link'],
    ['kpi-card', 160, 56, 'fit-only'],
    ['coverage-map', 160, 56, 'fit-only'],
  ] as const)
    it(`shows a whole ${widget} in a frame of ${width} × ${height} px: a shorter form, with a link to all of it`, async () => {
      const { frame, all, done } = await framed(widget, width, height);
      await frame.waitForFunction(
        ([name, most]) => {
          const root = document.documentElement;
          return root.classList.contains(name) && root.getBoundingClientRect().height <= most;
        },
        [form, height] as const,
      );
      const link = frame.locator('.more a');
      const href = (await link.getAttribute('href')) ?? '';
      assert.match(href, new RegExp(`embed\\.html\\?widget=${widget}&`));
      assert.doesNotMatch(href, /fit=/);
      assert.equal(await link.isVisible(), true);
      // The link of a shorter form stays a link.
      assert.equal(await frame.locator('.more tcns-coverage-map').count(), 0);
      if (form === 'fit-scaled') {
        const picture = frame.locator('tcns-coverage-map [part~="map"]');
        const box = await picture.evaluate(
          (map) => map.getBoundingClientRect().toJSON() as DOMRect,
        );
        assert.ok(box.top > 0 && box.bottom < height && box.right <= width, JSON.stringify(box));
        assert.equal(
          await frame.locator('tcns-coverage-map [part~="source"]').first().isVisible(),
          true,
        );
      }
      if (form === 'fit-only') assert.match((await link.getAttribute('title')) ?? '', /.{20}/);
      if (form === 'fit-link') assert.ok((await frame.locator('.more').innerText()).length > 30);
      assert.deepEqual(all(), []);
      await done();
    });

  it('says no height while its frame has no width, and is drawn when it has one', async () => {
    const { page: on, frame, done } = await framed('coverage-map', 0, 400, 9000);
    await frame.locator('tcns-coverage-map [part~="footer"]').waitFor({ state: 'attached' });
    // Whatever the frame had to say of its first drawings has been said when it answers to this.
    await frame.evaluate(
      () => new Promise((done) => setTimeout(() => requestAnimationFrame(done))),
    );
    await on.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    assert.equal(await on.locator('#f').getAttribute('height'), '400');
    await on.locator('#f').evaluate((element) => element.setAttribute('width', '500'));
    await on.waitForFunction(
      () => Number(document.querySelector('#f')?.getAttribute('height')) > 700,
    );
    await done();
  });

  it('takes quotes of Word and blanks around a value as a tag does', async () => {
    const { page: on, close } = await open(
      `widget=${encodeURIComponent(' “KPI-Card” ')}&area=${encodeURIComponent('“48@2008”')}&indicator=%C2%A0members%E2%80%8B`,
    );
    assert.match(await value(on).innerText(), /15\.000/);
    await close();
  });

  it('lets a map grow as far as the page around it allows, and shows it whole there, too', async () => {
    for (const [most, form] of [
      [5000, ''],
      [1000, 'fit-shorter'],
    ] as const) {
      const { frame, all, done } = await framed('coverage-map', 500, 300, most);
      await frame.waitForFunction(
        ([name, room]) => {
          const root = document.documentElement;
          const { height } = root.getBoundingClientRect();
          const isForm = root.classList.contains('fit-shorter') === (name !== '');
          return (
            innerHeight > 900 &&
            innerHeight <= room &&
            isForm &&
            height <= innerHeight + 1 &&
            height > 700
          );
        },
        [form, most] as const,
      );
      assert.deepEqual(all(), []);
      await done();
    }
  });

  it('has an oEmbed document: written for the demo, answered for any address, linked from the page', async () => {
    const site = demo.origin;
    const asked = `${site}/cdn/embed.html?${CARD}`;
    const text = await (await fetch(asked)).text();
    const [, href = ''] = /application\/json\+oembed" href="([^"]+)"/.exec(text) ?? [];
    const document = (await (await fetch(href.replaceAll('&amp;', '&'))).json()) as Record<
      string,
      string
    >;
    assert.equal(document['type'], 'rich');
    assert.match(
      document['html'] ?? '',
      /^<blockquote>.*\n<iframe src="[^"]+embed\.html\?widget=kpi-card&amp;/,
    );
    for (const wrong of ['https://evil.example/cdn/embed.html?widget=kpi-card', '', `${site}/x`]) {
      const answer = await fetch(`${site}/oembed?url=${encodeURIComponent(wrong)}`);
      assert.equal(answer.status, 404, wrong);
    }
    const { page: on, all, close } = await openPage(browser);
    await on.goto(`${site}/cdn/embed/kpi-card.html`);
    assert.match(await value(on).innerText(), /15\.000/);
    assert.deepEqual(all(), []);
    const fixed = await fetch(`${site}/cdn/oembed/kpi-card.json`);
    assert.equal(((await fixed.json()) as { version: string }).version, '1.0');
    await close();
  });
});
