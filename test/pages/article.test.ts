/** The article's sentences keep the figures that the journalist wrote, with their date and source. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch, openPage, startDemo, type RunningServer } from '../support/browser.js';

const PAGES = [
  {
    path: 'article.html',
    sentences: [
      '27.200 tổ. Hai tháng sau, con số là 45.895 tổ với 211.737 người, ở 51/63 tỉnh, thành phố',
      'hơn 74.000 tổ và hơn 340.000 người; 100% tỉnh',
      'với hơn 15.000 thành viên',
      'tổng cộng hơn 14.000 người',
      'An Khê có 90 tổ với 450 người, Xuân Hà có 58 tổ với 290 người',
      'hơn 60% người dân',
      '115 tổ cấp xã, 715 tổ cấp thôn và 4.327 thành viên',
      '13 tổ cấp xã, 71 tổ cấp thôn, 532 người',
      '91 tổ và 565 thành viên',
      'mức độ 3 là 98,5%, mức độ 4 là 97,3%; thanh toán trực tuyến đạt 42,8%',
      'thứ 55/63 năm 2023',
      '99,53% người trưởng thành',
      '956 tổ và hơn 5.400 người, tỉnh tập huấn cho 163.410 người',
      '900 điện thoại thông minh, trị giá hơn 2 tỷ đồng',
      '209 tổ cấp xã với 3.870 người',
      'hơn 1.600 tổ, hơn 7.700 thành viên, và 100% thôn',
      '14 tổ cấp xã và 68 tổ',
      'từ 5 đến 10 người',
    ],
    cards: ['45.895 tổ', '211.737 người', '51/63', 'hơn 15.000', 'thứ 55/63', '9,03', '50%'],
    tip: /Số liệu tính đến tháng 6\/2022[\s\S]*Nguồn: /,
  },
  {
    path: 'en/article.html',
    sentences: [
      'the country had 27,200 teams. Two months later there were 45,895 teams with 211,737 people, in 51 of 63 provinces',
      'more than 74,000 teams and more than 340,000 people; 100% of provinces',
      'with more than 15,000 members',
      'more than 14,000 people in all',
      'An Khê had 90 teams with 450 people, Xuân Hà 58 teams with 290 people',
      'more than 60% of residents',
      '115 teams at commune level, 715 at hamlet level and 4,327 members',
      '13 commune-level teams, 71 hamlet-level teams and 532 people',
      '91 teams and 565 members',
      'level-3 applications was 98.5% and of level-4 applications 97.3%; 42.8% of payments',
      'rank 55 of 63 in 2023',
      '99.53% of adults',
      '956 teams and more than 5,400 people, the province trained 163,410 people',
      '900 smartphones worth more than 2 billion VND',
      '209 commune-level teams with 3,870 people',
      'more than 1,600 teams, more than 7,700 members, and 100% of its hamlets',
      '14 teams at commune level and 68',
      'each of 5 to 10 people',
    ],
    cards: [
      '45,895 teams',
      '211,737 people',
      '51 of 63',
      'more than 15,000',
      '55 of 63',
      '9.03',
      '50%',
    ],
    tip: /As of June 2022[\s\S]*Source: /,
  },
] as const;

/** The paragraphs as a reader sees them: what the stats draw, in its place. */
const readText = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.text > p')]
      .map((paragraph) => {
        const read = paragraph.cloneNode(true) as Element;
        const drawn = [...paragraph.querySelectorAll('tcns-stat')].map(
          (stat) => stat.shadowRoot?.querySelector<HTMLElement>('[part="value"]')?.innerText ?? '',
        );
        read.querySelectorAll('tcns-stat').forEach((stat, i) => stat.replaceWith(drawn[i] ?? ''));
        return (read.textContent ?? '').replace(/\s+/g, ' ').trim();
      })
      .join('\n'),
  );

describe('the article', () => {
  let browser: Browser;
  let server: RunningServer;

  before(async () => {
    [browser, server] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await Promise.all([browser.close(), server.close()]);
  });

  for (const { path, sentences, cards, tip } of PAGES) {
    for (const width of [1200, 360]) {
      it(`${path} at ${width} px: its sentences say what was written`, async () => {
        const { page, all, close } = await openPage(browser, { viewport: { width, height: 900 } });
        await page.goto(`${server.origin}/${path}`);
        const written = await page
          .locator('tcns-stat')
          .evaluateAll((stats) => stats.map((stat) => stat.textContent?.replace(/\s+/g, ' ')));
        await page.waitForFunction(() =>
          [...document.querySelectorAll('tcns-kpi-card, tcns-stat')].every((widget) =>
            widget.shadowRoot?.querySelector('[part="value"]'),
          ),
        );
        const shown = await page.locator('tcns-stat [part="value"]').allInnerTexts();
        assert.deepEqual(
          shown.map((text) => text.trim()),
          written,
        );
        const text = await readText(page);
        for (const sentence of sentences) assert.ok(text.includes(sentence), sentence);
        const boxes = (await page.locator('tcns-kpi-card [part="card"]').allInnerTexts())
          .join('\n')
          .replace(/[^\S\n]+/g, ' ');
        for (const figure of cards) assert.ok(boxes.includes(figure), `${figure} in\n${boxes}`);
        assert.deepEqual(all(), []);
        await close();
      });
    }

    it(`${path}: every figure in a sentence is pinned, and tells its date and source`, async () => {
      const { page, all, close } = await openPage(browser);
      await page.goto(`${server.origin}/${path}`);
      assert.equal(await page.locator('tcns-stat:not([at])').count(), 0);
      const value = page.locator('tcns-stat [part="value"]').first();
      await value.waitFor();
      await value.focus();
      assert.match(await page.locator('tcns-stat [part="tip"]').first().innerText(), tip);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('tcns-stat [part="tip"]').count(), 0);
      assert.deepEqual(all(), []);
      await close();
    });
  }
});
