/** The self-check: what it says that a page or its policy broke. */
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

describe('the self-check', () => {
  let browser: Browser;
  let demo: RunningServer;
  before(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await Promise.all([browser.close(), demo.close()]);
  });

  const codes = async (body: string, headers: Record<string, string> = {}, lang = 'vi') => {
    const host = await startHost(
      {
        '/': page(
          body,
          `<script src="${demo.origin}/cdn/tcns.js" data-api="${demo.origin}/api/v1"></script>`,
        ).replace('lang="vi"', `lang="${lang}"`),
      },
      headers,
    );
    const { page: on, close } = await openPage(browser);
    await on.goto(host.origin);
    const found = await on.evaluate(async () => {
      const { tcns } = window as unknown as {
        tcns: { diagnose(): Promise<{ findings: { code: string; vi: string; en: string }[] }> };
      };
      return (await tcns.diagnose()).findings.map(({ code, vi, en }) => ({ code, vi, en }));
    });
    await Promise.all([close(), host.close()]);
    return found;
  };
  const has = (found: { code: string }[], code: string) =>
    assert.ok(
      found.some((one) => one.code === code),
      `${code} in ${JSON.stringify(found)}`,
    );

  it('says that tags were taken away, shown as text, or not closed', async () => {
    has(await codes('<p>Chỉ còn chữ</p>'), 'nothing');
    has(await codes('<p>&lt;tcns-kpi-card area="48@2008"&gt;</p>'), 'asText');
    has(
      await codes('<tcns-kpi-card area="48@2008" indicator="members" /><h2>Tin khác</h2>'),
      'notClosed',
    );
    // A single paragraph behind it looks like a fallback; the source of the page tells.
    has(
      await codes('<div><tcns-kpi-card area="48@2008" indicator="members" /><p>Tin</p></div>'),
      'notClosed',
    );
    for (const text of [
      '&amp;lt;tcns-stat area',
      '&lt;span class="x" data-tcns="stat"',
      '&lt;script src="https://x/tcns.js"',
    ])
      has(
        await codes(`<tcns-stat area="48@2008" indicator="members">1</tcns-stat><p>${text}</p>`),
        'asText',
      );
  });

  it('names the right tag and the missing or mangled attribute', async () => {
    const found = await codes(
      `<tcns–kpi–card area="48@2008">a</tcns–kpi–card> <tcns-kpi-card\u00A0area="48@2008">b</tcns-kpi-card> <tcns_trend>c</tcns_trend>
       <tcns-map>d</tcns-map>
       <tcns-kpi-card area＝"48@2008" \u200Bindicator="members">e</tcns-kpi-card>
       <tcns-ranking indicator="members">f</tcns-ranking>
       <tcns-trend area="48@2008">g</tcns-trend>
       <tcns-campaign-tracker theme="light">h</tcns-campaign-tracker>`,
    );
    const said = (code: string) => found.filter((one) => one.code === code).map(({ en }) => en);
    const tags = said('unknownTag');
    assert.equal(tags.length, 4);
    assert.match(
      tags[0] ?? '',
      /<tcns\[U\+2013\]kpi\[U\+2013\]card>.*right one: <tcns-kpi-card>\./,
    );
    assert.match(tags[1] ?? '', /<tcns-kpi-card\[U\+00A0\]area.*right one: <tcns-kpi-card>\./);
    assert.match(tags[2] ?? '', /right one: <tcns-trend>\./);
    assert.match(tags[3] ?? '', /<tcns-map>.*<tcns-coverage-map>, <tcns-/);
    assert.deepEqual(
      said('mangledAttribute').map((text) => / write (\w+)=/.exec(text)?.[1]),
      ['area', 'indicator'],
    );
    assert.deepEqual(
      said('missing').map((text) => /^<(\S+)> has no (\S+),/.exec(text)?.slice(1)),
      [
        ['tcns-ranking', 'area'],
        ['tcns-trend', 'indicator'],
        ['tcns-campaign-tracker', 'campaign'],
      ],
    );
  });

  it('says which attribute is wrong, and that a document does not come', async () => {
    const found = await codes(
      `<tcns-kpi-card area="48@2008" indicater="members">a</tcns-kpi-card>
       <tcns-kpi-card area="99@2008" indicator="members">b</tcns-kpi-card>`,
    );
    has(found, 'unknownAttribute');
    has(found, 'status');
    assert.ok(found.every(({ vi, en }) => vi && en && vi !== en));
  });

  it('says that an editor took the attributes away, or that they are those of a placeholder', async () => {
    const found = await codes(
      `<tcns-kpi-card class="wp-block">a</tcns-kpi-card>
       <tcns-trend DATA-Area="48@2008" data-indicator="members">b</tcns-trend>
       <tcns-dashboard area="48@2008"><p><tcns-stat></tcns-stat></p></tcns-dashboard>`,
    );
    const named = (code: string) =>
      found.filter((one) => one.code === code).map(({ en }) => /^<[^>]+>/.exec(en)?.[0]);
    assert.deepEqual(named('noAttributes'), ['<tcns-kpi-card>']);
    assert.deepEqual(named('dataAttribute'), [
      '<tcns-trend data-area="48@2008">',
      '<tcns-trend data-indicator="members">',
    ]);
  });

  it('says that an editor has put paragraphs into a tag, or has closed it with one', async () => {
    const card = '<tcns-kpi-card area="48@2008" indicator="members">a</tcns-kpi-card>';
    const closed = await codes(
      `<p><tcns-kpi-card area="48@2008" indicator="members"></p><p>a</p><p></tcns-kpi-card></p>
       <p><tcns-dashboard area="48@2008"></p><p>${card}</p><p></tcns-dashboard></p>
       <p><tcns-stat area="48@2008" indicator="members"></tcns-stat></p><p>Tin</p>`,
    );
    const named = (found: typeof closed, code: string) =>
      found.filter((one) => one.code === code).map(({ en }) => /<tcns[^>]+>/.exec(en)?.[0]);
    assert.deepEqual(named(closed, 'closedByParagraph').sort(), [
      '<tcns-dashboard>',
      '<tcns-kpi-card>',
    ]);
    assert.match(
      closed.find(({ code }) => code === 'closedByParagraph')?.vi ?? '',
      /không để dòng trống.*<div data-tcns="/,
    );
    const inside = await codes(
      `<tcns-dashboard area="48@2008"><p>${card}</p></tcns-dashboard>
       <div><tcns-kpi-card area="48@2008" indicator="members"><p>a</p><p>b</p></tcns-kpi-card></div>
       <tcns-dashboard area="48@2008"><p>Có <tcns-stat indicator="members">1</tcns-stat></p></tcns-dashboard>
       <tcns-trend area="48@2008" indicator="members"><p>a</p></tcns-trend>`,
    );
    assert.deepEqual(named(inside, 'paragraphs'), ['<tcns-dashboard>', '<tcns-kpi-card>']);
    assert.deepEqual(named(inside, 'closedByParagraph'), []);
  });

  it('names the line of the policy that blocks the figures', async () => {
    const found = await codes(
      '<tcns-kpi-card area="48@2008" indicator="members">a</tcns-kpi-card>',
      {
        'Content-Security-Policy': `script-src ${demo.origin}; connect-src 'self'`,
      },
    );
    const policy = found.find(({ code }) => code === 'policy');
    assert.match(policy?.vi ?? '', new RegExp(`connect-src: ${demo.origin}`));
  });

  it('sees a language that contradicts the text', async () => {
    const text =
      'Tổ công nghệ số cộng đồng giúp người dân sử dụng dịch vụ công trực tuyến. '.repeat(6);
    has(await codes(`<p>${text}</p>`, {}, 'en'), 'lang');
    assert.ok(!(await codes(`<p>${text}</p>`)).some(({ code }) => code === 'lang'));
  });

  it('opens by the address, in both languages, unless the page says no', async () => {
    for (const attribute of ['', 'data-no-check']) {
      const host = await startHost({
        '/': page(
          '<tcns-kpi-card area="48@2008" indicator="members">a</tcns-kpi-card>',
          `<script src="${demo.origin}/cdn/tcns.js" data-api="${demo.origin}/api/v1" ${attribute}></script>`,
        ),
      });
      const { page: on, close } = await openPage(browser);
      await on.goto(`${host.origin}/?tcns-check`);
      await value(on).waitFor();
      if (!attribute) {
        const panel = on.locator('#tcns-check section');
        await panel.waitFor();
        assert.match(
          await panel.innerText(),
          /1\/1 tiện ích đang hiện số liệu[\s\S]*1 of 1 widgets/,
        );
        const { violations } = await axe(on).include('#tcns-check').analyze();
        assert.deepEqual(
          violations.map(({ id }) => id),
          [],
        );
      } else {
        await on.evaluate(() =>
          (window as unknown as { tcns: { diagnose(): unknown } }).tcns.diagnose(),
        );
        assert.equal(await on.locator('#tcns-check').count(), 0);
      }
      await Promise.all([close(), host.close()]);
    }
  });
});
