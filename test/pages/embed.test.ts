/** The four forms on bare pages, the page for frames and its messages. */
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

describe('what a page pastes', () => {
  let browser: Browser;
  let demo: RunningServer;
  const open = async (
    body: string,
    { head = '', headers = {}, path = '/', script = '' }: Record<string, unknown> = {},
  ) => {
    const tag =
      (script as string) ||
      `<script src="${demo.origin}/cdn/tcns.js" data-api="${demo.origin}/api/v1"></script>`;
    const host = await startHost(
      { '/': page(body, `${tag}${head as string}`) },
      headers as Record<string, string>,
    );
    const opened = await openPage(browser);
    await opened.page.goto(`${host.origin}${path as string}`);
    return {
      ...opened,
      host,
      done: async () => {
        await opened.close();
        await host.close();
      },
    };
  };
  before(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await Promise.all([browser.close(), demo.close()]);
  });

  it('upgrades placeholders to the widget, and keeps what stood there as its fallback', async () => {
    const {
      page: on,
      all,
      done,
    } = await open(
      `<div id="a" data-tcns="KPI-Card" data-area="48@2008" data-indicator="members" data-lang="en"><a href="/so-lieu">Đà Nẵng: hơn 15.000</a></div>
       <blockquote data-tcns="tcns-kpi-card" data-area="45@2008" data-indicator="members">4.327</blockquote>`,
    );
    assert.match(await value(on).innerText(), /15,000/);
    assert.equal(await on.locator('#a > tcns-kpi-card > a').count(), 1);
    assert.match(await value(on, 'body > tcns-kpi-card').innerText(), /4\.327/);
    assert.deepEqual(all(), []);
    await done();
  });

  it('upgrades placeholders that come later, and again after their content was replaced', async () => {
    const { page: on, done } = await open('<div id="place"></div>');
    const fill = () =>
      on.evaluate(() => {
        const place = document.createElement('div');
        place.dataset['tcns'] = 'kpi-card';
        place.dataset['area'] = '48@2008';
        place.dataset['indicator'] = 'members';
        document.getElementById('place')?.replaceChildren(place);
      });
    await fill();
    await value(on).waitFor();
    await fill();
    await value(on).waitFor();
    await on.evaluate(() => document.querySelector('[data-tcns]')?.replaceChildren('Số cũ'));
    await value(on).waitFor();
    assert.equal(await on.locator('tcns-kpi-card').count(), 1);
    await done();
  });

  it('shows nothing where a listed address leads to one that is not', async () => {
    const opened = await openPage(browser);
    await opened.page.route('**/api/v1/observations/48@2008.json', (route) =>
      route.fulfill({ status: 302, headers: { Location: `${demo.origin}/cdn/manifest.json` } }),
    );
    const said: string[] = [];
    opened.page.on('console', (message) => said.push(message.text()));
    await opened.page.goto(`${demo.origin}/cdn/embed.html?${CARD}`);
    await opened.page.locator('tcns-kpi-card [part~="card"].failed').waitFor();
    assert.match(said.join('\n'), /an address that is not listed/);
    await opened.close();
  });

  it('reads attributes that editors have mangled on their way', async () => {
    const spellings: readonly (readonly [area: string, indicator: string])[] = [
      ['“48@2008”', '«members»'],
      ['&quot;48@2008&quot;', '&amp;quot;members&amp;quot;'],
      ['&amp;amp;ldquo;48@2008&amp;amp;rdquo;', '&amp;nbsp;members'],
      ['&nbsp;48@2008&#8203;', '&#65279;members&#8288;'],
      ['48&#8203;@2008', 'mem&shy;bers'],
      ['48＠2008', 'ｍｅｍｂｅｒｓ'],
      ['48%402008', "'members'"],
      ['48&amp;#64;2008', '&amp;#x22;members&amp;#x22;'],
    ];
    const { page: on, done } = await open(
      spellings
        .map(
          ([area, indicator], index) =>
            `<p id="tag${index}"><tcns-kpi-card area="${area}" indicator="${indicator}">x</tcns-kpi-card></p>
             <div id="div${index}"><div data-tcns="${indicator.replace('members', 'KPI-card').replace(/mem.*bers|ｍ.*/, 'kpi&shy;-card')}" data-area="${area}" data-indicator="${indicator}">x</div></div>`,
        )
        .join(''),
    );
    for (const index of spellings.keys())
      for (const form of ['tag', 'div']) {
        const card = `#${form}${index} tcns-kpi-card`;
        await on.locator(`${card}[area="48@2008"][indicator="members"]`).waitFor();
        await value(on, card).waitFor();
      }
    await done();
  });

  it('leaves a text that is being edited alone', async () => {
    const { page: on, done } = await open(
      `<div contenteditable="true"><div data-tcns="kpi-card" data-area="48@2008">x</div></div>
       <div data-tcns="kpi-card" data-area="48@2008" data-indicator="members">y</div>`,
    );
    await value(on).waitFor();
    assert.equal(await on.locator('[contenteditable] tcns-kpi-card').count(), 0);
    await done();
  });

  const WRITTEN = `<div data-tcns="kpi-card" data-area="48@2008">x</div>
    <p><a data-embed href="/embed.html?${CARD}">số liệu</a></p>
    <tcns-kpi-card area=" Đà Nẵng " indicator=" members " variant="Compact">y</tcns-kpi-card>
    <tcns-dashboard area="48@2008" theme="dark"><tcns-kpi-card indicator="members">z</tcns-kpi-card></tcns-dashboard>
    <p><tcns-dashboard area="48@2008"></tcns-dashboard></p><p><tcns-kpi-card></tcns-kpi-card></p>`;
  for (const [name, attribute, script] of [
    ['that is editable', 'contenteditable', ''],
    ['of a document in design mode', '', `<script>document.designMode = 'on'</script>`],
  ] as const)
    it(`changes nothing of what somebody writes, in a part ${name}`, async () => {
      const { page: on, done } = await open(
        `${script}<div id="text" ${attribute}>${WRITTEN}</div>
         <p id="other" contenteditable="false"><tcns-kpi-card area="48@2008" indicator="members"></tcns-kpi-card></p>`,
      );
      await value(on, '#other tcns-kpi-card').waitFor();
      await value(on, '#text > tcns-dashboard tcns-kpi-card')
        .waitFor({ timeout: 3000 })
        .catch(() => undefined);
      const [is, was] = await on.evaluate((text) => {
        const box = document.createElement('div');
        box.innerHTML = text;
        return [document.getElementById('text')?.innerHTML, box.innerHTML];
      }, WRITTEN);
      assert.equal(is, was);
      await done();
    });

  it('only draws in an editor that says so on the script', async () => {
    const { page: on, done } = await open(
      `<div id="text">${WRITTEN.split('<tcns-dashboard')[0]}</div>
       <tcns-kpi-card id="card" area="48@2008" indicator="members"></tcns-kpi-card>`,
      {
        script: `<script src="${demo.origin}/cdn/tcns.js" data-api="${demo.origin}/api/v1" data-editor></script>`,
      },
    );
    await value(on, '#card').waitFor();
    assert.equal(await on.locator('#text > div > tcns-kpi-card').count(), 0);
    assert.equal(
      await on.locator('#text > tcns-kpi-card').getAttribute('area'),
      ' Đà Nẵng ',
      'mended there by nobody',
    );
    await done();
  });

  it('takes values out of the quotes that Word puts around them', async () => {
    const { page: on, done } = await open(
      `<tcns-kpi-card area=“48@2008” indicator=“members” api=“${'API'}”></tcns-kpi-card>`.replace(
        'API',
        () => `${demo.origin}/api/v1`,
      ),
      { script: `<script src="${demo.origin}/cdn/tcns.js"></script>` },
    );
    assert.match(await value(on).innerText(), /15\.000/);
    await done();
  });

  it('brings the widgets back that an editor has put behind their dashboard', async () => {
    const card = '<tcns-kpi-card indicator="members"></tcns-kpi-card>';
    const { page: on, done } = await open(
      `<p><tcns-dashboard id="a" area="48@2008"></p>
<p>  ${card}<br />
${card}</p>
<p>${card}</p>
<p></tcns-dashboard></p>
<p>Lời của bài, không thuộc bảng.</p>
<p><tcns-dashboard id="b" area="48@2008">${card}</tcns-dashboard></p>
<p><tcns-kpi-card id="own" area="45@2008" indicator="members"></tcns-kpi-card></p>
<p>Hết.</p>`,
    );
    await value(on, '#a p + p tcns-kpi-card').waitFor();
    assert.equal(await on.locator('#a tcns-kpi-card').count(), 3);
    assert.match(await value(on, '#a p + p tcns-kpi-card').innerText(), /15\.000/);
    assert.match(await value(on, '#own').innerText(), /4\.327/);
    assert.equal(await on.locator('#b #own').count(), 0);
    await done();
  });

  it('upgrades links to its own page only, with the APIs that are listed only', async () => {
    const own = `${demo.origin}/cdn/embed.html?${CARD}`;
    const {
      page: on,
      host,
      done,
    } = await open(
      `<p id="own"><a href="${own.replaceAll('&', '&amp;')}">Số liệu</a></p>
       <p id="other"><a href="/embed.html?${CARD}">của trang khác</a></p>
       <p id="forged"><a href="${own}&amp;heading=Gi%E1%BA%A3&amp;src=http://127.0.0.1:9/x.json">giả</a></p>
       <p id="slash"><a href="${own}&amp;src=/api/v1/..%252f..%252fx.json">giả</a></p>
       <p id="marked"><a data-embed href="https://example.org/any?${CARD}">đánh dấu</a></p>`,
    );
    await value(on, '#own tcns-kpi-card').waitFor();
    await value(on, '#marked tcns-kpi-card').waitFor();
    assert.equal(await on.locator('#own tcns-kpi-card > a').count(), 1);
    for (const id of ['other', 'forged', 'slash'])
      assert.equal(await on.locator(`#${id} tcns-kpi-card`).count(), 0, id);
    assert.ok(host.origin);
    await done();
  });

  it('takes attributes as people write them, and says so once', async () => {
    const notes: string[] = [];
    const {
      page: on,
      complaints,
      done,
    } = await open(
      `<tcns-kpi-card AREA=" 48@2008 " Indicator="members" VARIANT="Compact">a</tcns-kpi-card>
       <tcns-kpi-card area="Quảng Nam (cũ)" indicator="members">b</tcns-kpi-card>
       <div id="name"><tcns-kpi-card area="Đà Nẵng" indicator="members" theme="đen">c</tcns-kpi-card></div>`,
      { head: '<script>addEventListener("load", () => 0)</script>' },
    );
    on.on('console', (message) => notes.push(message.text()));
    await value(on, '#name tcns-kpi-card').waitFor();
    assert.equal(await on.locator('#name tcns-kpi-card').getAttribute('area'), '48@2008');
    assert.equal(await on.locator('tcns-kpi-card').first().getAttribute('variant'), 'compact');
    assert.equal(await on.locator('tcns-kpi-card').first().getAttribute('area'), '48@2008');
    // the area of today has no figures in this API: asked once, and answered with 404
    assert.ok(complaints.requests.every((one) => one.includes('48@2025')));
    await done();
  });

  it('announces itself once its widgets are defined, also twice on a page and beside an AMD loader', async () => {
    const src = `${demo.origin}/cdn/tcns.js`;
    const {
      page: on,
      all,
      done,
    } = await open(
      `<tcns-kpi-card area="48@2008" indicator="members">a</tcns-kpi-card>
       <script src="${src}" async></script>`,
      {
        script: `<script>window.seen = []; window.define = Object.assign(() => seen.push('amd'), { amd: {} });
          addEventListener('tcns-ready', () => seen.push(!!customElements.get('tcns-kpi-card')));</script>
          <script src="${src}" data-api="${demo.origin}/api/v1"></script>
          <script src="${demo.origin}/cdn/0/tcns.js"></script>`,
      },
    );
    await value(on).waitFor();
    await on.waitForLoadState();
    assert.deepEqual(await on.evaluate(() => (window as unknown as { seen: unknown[] }).seen), [
      true,
    ]);
    assert.deepEqual(all(), []);
    await done();
  });

  it('serves all forms from tcns-all.js alone, at an address that says nothing, with a bundle', async () => {
    const code = await (await fetch(`${demo.origin}/cdn/tcns-all.js`)).text();
    const host = await startHost({
      '/documents/77.js': code,
      '/': page(
        `<tcns-kpi-card area="48@2008" indicator="members">a</tcns-kpi-card>
         <div id="p" data-tcns="kpi-card" data-area="45@2008" data-indicator="members">b</div>`,
        `<script src="/documents/77.js" data-bundle="${demo.origin}/api/v1/bundle.json"></script>`,
      ),
    });
    const { page: on, all, close } = await openPage(browser);
    await on.goto(host.origin);
    assert.match(await value(on).innerText(), /15\.000/);
    assert.match(await value(on, '#p tcns-kpi-card').innerText(), /4\.327/);
    assert.deepEqual(all(), []);
    await Promise.all([close(), host.close()]);
  });

  it('shows every widget under a strict policy, without one report', async () => {
    const host = await startHost({});
    await host.close();
    const { page: on, all, close } = await openPage(browser);
    const policy =
      "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";
    const tags = [
      '<tcns-kpi-card area="48@2008" indicator="members">a</tcns-kpi-card>',
      '<p>Có <tcns-stat area="vn" indicator="teams" at="2022-08">a</tcns-stat> tổ.</p>',
      '<tcns-coverage-map area="vn@2008" indicator="coverage.commune">a</tcns-coverage-map>',
      '<tcns-ranking area="vn@2008" indicator="members">a</tcns-ranking>',
      '<tcns-trend area="vn@2025" indicator="teams">a</tcns-trend>',
      '<tcns-campaign-tracker campaign="bp-92-ngay-dem">a</tcns-campaign-tracker>',
      '<tcns-service-guide area="468@2008" show-qr>a</tcns-service-guide>',
      '<tcns-team-roster area="468@2008">a</tcns-team-roster>',
      '<tcns-dashboard area="vn@2008"><tcns-kpi-card area="48@2008" indicator="members">a</tcns-kpi-card></tcns-dashboard>',
      '<div data-tcns="kpi-card" data-area="48@2008" data-indicator="members">a</div>',
      `<p><a href="/cdn/embed.html?${CARD}">a</a></p>`,
    ];
    await on.route(`${demo.origin}/strict`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'Content-Security-Policy': policy },
        body: page(
          tags.join('\n'),
          `<script nonce="abc" src="/cdn/tcns.js" data-api="/api/v1"></script>`,
        ),
      }),
    );
    await on.goto(`${demo.origin}/strict`);
    const drawn = () =>
      [
        'kpi-card',
        'stat',
        'coverage-map',
        'ranking',
        'trend',
        'campaign-tracker',
        'service-guide',
        'team-roster',
      ].every((name) =>
        [...document.querySelectorAll(`tcns-${name}`)].every(
          (one) => one.shadowRoot && !one.shadowRoot.querySelector('slot'),
        ),
      );
    await on.waitForFunction(drawn);
    assert.equal(await on.locator('tcns-kpi-card').count(), 4);
    for (const chart of await on.locator('tcns-trend').all()) await chart.scrollIntoViewIfNeeded();
    await on.locator('tcns-trend canvas').waitFor();
    assert.deepEqual(all(), []);
    await close();
  });
});

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
      if (form === 'fit-link') assert.ok((await frame.locator('.more').innerText()).length > 30);
      assert.deepEqual(all(), []);
      await done();
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
