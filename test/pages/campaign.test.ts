/** The pages of campaigns: the same days for every reader, nothing moves, nothing is forbidden. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  COLOUR_RULES,
  axe,
  launch,
  openPage,
  startDemo,
  watchShifts,
  type OpenPage,
  type RunningServer,
} from '../support/browser.js';

const PAGES = ['campaign.html', 'en/campaign.html', 'live.html', 'en/live.html'];
const ZONES = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Auckland'];
/** By the clock on a wall in Viet Nam: what Bình Phước's tracker says. */
const DAYS: [clock: string, state: string][] = [
  ['2022-05-31T12:00:00+07:00', 'Còn 1 ngày nữa bắt đầu'],
  ['2022-06-01T00:00:00+07:00', 'Ngày 1/92 Còn 91 ngày'],
  ['2022-07-07T08:00:00+07:00', 'Ngày 37/92 Còn 55 ngày'],
  ['2022-08-31T23:59:00+07:00', 'Ngày 92/92 Ngày cuối cùng'],
  ['2022-09-01T00:00:00+07:00', 'Đã kết thúc'],
];

const ready = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('tcns-campaign-tracker, tcns-service-guide')].every((widget) =>
      widget.shadowRoot?.querySelector('[part~=title]'),
    ),
  );
const stateOf = (page: Page) =>
  page
    .locator('#binh-phuoc [part~=state]')
    .evaluate((p) => p.textContent!.replace(/\s+/g, ' ').trim());

describe('the pages of campaigns', () => {
  let browser: Browser;
  let server: RunningServer;
  before(async () => {
    [browser, server] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await Promise.all([browser.close(), server.close()]);
  });

  for (const timezoneId of ZONES)
    describe(`read in ${timezoneId}`, () => {
      let opened: OpenPage;
      before(async () => {
        opened = await openPage(browser, { timezoneId });
      });
      after(() => opened.close());

      for (const [clock, state] of DAYS)
        it(`at ${clock}: "${state}"`, async () => {
          const { page } = opened;
          await page.clock.setFixedTime(new Date(clock));
          await page.goto(`${server.origin}/campaign.html`);
          await ready(page);
          assert.equal(await stateOf(page), state);
          const goals = page.locator('#binh-phuoc [part~=goal]');
          assert.equal(await goals.count(), 6);
          for (const text of await goals.allInnerTexts()) assert.match(text, /Chưa có số liệu/);
          assert.equal(await page.locator('#binh-phuoc [part~=goal] svg').count(), 0);
        });
    });

  it('changes at midnight in Viet Nam while a reader in New York looks on', async () => {
    const { page, close } = await openPage(browser, { timezoneId: 'America/New_York' });
    await page.clock.install({ time: new Date('2022-07-06T23:59:00+07:00') });
    await page.goto(`${server.origin}/campaign.html`);
    await ready(page);
    assert.equal(await stateOf(page), 'Ngày 36/92 Còn 56 ngày');
    await page.clock.fastForward(61_000);
    await page.waitForFunction(() =>
      document
        .querySelector('#binh-phuoc tcns-campaign-tracker')
        ?.shadowRoot?.querySelector('[part~=state]')
        ?.textContent?.includes('37/92'),
    );
    await close();
  });

  for (const path of PAGES) {
    it(`${path}: accessible, light and dark, without a complaint`, async () => {
      const { page, all, close } = await openPage(browser);
      for (const theme of ['', '?theme=dark']) {
        await page.goto(`${server.origin}/${path}${theme}`);
        await ready(page);
        const rules = axe(page);
        const { violations } = await (theme ? rules.withRules(COLOUR_RULES) : rules).analyze();
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          [],
        );
      }
      assert.deepEqual(all(), []);
      await close();
    });

    for (const width of [320, 360, 800, 1200])
      it(`${path}: nothing moves and nothing sticks out at ${width} px`, async () => {
        const { page, close } = await openPage(browser, { viewport: { width, height: 900 } });
        const shifts = await watchShifts(page);
        await page.goto(`${server.origin}/${path}`);
        await ready(page);
        await page.waitForLoadState('networkidle');
        const over = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('[class*=tracker-room], [class*=guide-room]')]
            .map((room) => {
              const name = room.className.includes('guide') ? 'service-guide' : 'campaign-tracker';
              const kept = parseFloat(
                getComputedStyle(room).getPropertyValue(`--tcns-${name}-min-height`),
              );
              const { height } = room.firstElementChild!.getBoundingClientRect();
              return height > kept + 0.5 ? `${room.className}: ${height} px, kept ${kept}` : '';
            })
            .filter(Boolean),
        );
        assert.deepEqual(over, [], 'raise these in demo/assets/campaign.css');
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.deepEqual(await shifts(), []);
        assert.ok(wide <= 0, `${wide} px too wide`);
        await close();
      });
  }

  it('a live article takes up a new figure, and says so once', async () => {
    let now = Date.parse('2026-11-22T09:00:00+07:00');
    const { page, close } = await openPage(browser);
    await page.clock.install({ time: now });
    const { sampleText } = await import('../../tools/sample/sample-campaign.mjs');
    await page.route('**/mau-92-ngay.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: sampleText(now) }),
    );
    await page.goto(`${server.origin}/live.html`);
    await ready(page);
    const figure = page.locator('.tracker-room-6 [data-figure=trained] strong').first();
    await figure.scrollIntoViewIfNeeded();
    const before = await figure.innerText();
    now += 3_600_000;
    for (let i = 0; i < 4; i++) await page.clock.runFor(35_000);
    await page.waitForFunction(
      (old) =>
        document
          .querySelector('.tracker-room-6 tcns-campaign-tracker')
          ?.shadowRoot?.querySelector('[data-figure=trained] strong')?.textContent !== old,
      before,
    );
    const said = await page
      .locator('.tracker-room-6 p.sr[role=status]')
      .evaluateAll((all) => all.map((p) => p.textContent));
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /^Vừa cập nhật: .*\.$/);
    await close();
  });
});
