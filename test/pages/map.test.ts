/** The page of maps: figures, editions, the archipelagos at every width, a province opened. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { areasSchemas } from '../../src/api/areas.ts';
import { readDocument } from '../../src/api/read-document.ts';
import { figuresSchemas } from '../../src/api/figures.ts';
import { sampleFiles, SAMPLE_FOLDER } from '../../tools/sample/make-sample-communes.ts';
import {
  axe,
  eventually,
  launch,
  openPage,
  startDemo,
  type RunningServer,
} from '../support/browser.js';

const PAGES = [
  ['map.html', 'vi'],
  ['en/map.html', 'en'],
] as const;
/** The width of the map itself, not of the window. */
const WIDTHS = [180, 360, 800, 1200];

/** What stands beside the islands, word for word: names that the law asks for. */
const LABELS = {
  vi: ['Quần đảo Hoàng Sa (TP. Đà Nẵng)', 'Quần đảo Trường Sa (tỉnh Khánh Hòa)'],
  en: ['Hoàng Sa Archipelago (Đà Nẵng City)', 'Trường Sa Archipelago (Khánh Hòa Province)'],
} as const;

/** What each map says without a click, in both languages. */
const FIGURES: readonly (readonly [id: string, vi: RegExp, en: RegExp])[] = [
  [
    'bao-bao',
    /Bắc Giang: 100%; Đà Nẵng: 100%.*61\/63/s,
    /Bắc Giang: 100%; Đà Nẵng: 100%.*61 of 63/s,
  ],
  ['bao-bao', /trước ngày 01\/7\/2025/, /before 01\/7\/2025|before 1 July 2025/],
  ['hien-nay', /Số liệu minh họa/, /Sample/],
  ['cong-don', /Tổng cộng từ số liệu/, /[Aa]dded up|[Ss]um|[Tt]otal/],
  ['o-luoi', /1\/34/, /1 of 34/],
  ['cap-duoi', /Lạng Giang, Việt Yên, Hiệp Hòa.*\(100%\)/s, /Lạng Giang.*\(100%\)/s],
  ['cap-duoi', /Xuân Hà: 58 tổ; An Khê: 90 tổ/, /Xuân Hà: 58 teams; An Khê: 90 teams/],
];

/** The heights of the entries of the first legend on a phone or a tablet, least first, and whether it stands beside. */
async function legendTargets(browser: Browser, origin: string, width: number) {
  const { page, close } = await openPage(browser, {
    viewport: { width, height: 900 },
    isMobile: true,
    hasTouch: true,
  });
  await page.goto(`${origin}/map.html`);
  await ready(page);
  const seen = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('tcns-coverage-map')!;
    const buttons = [...shadowRoot!.querySelectorAll('.legend button')];
    const heights = buttons.map((button) => button.getBoundingClientRect().height);
    return {
      coarse: matchMedia('(pointer: coarse)').matches,
      beside: shadowRoot!.querySelector('.stage.split') !== null,
      least: Math.min(...heights),
      entries: heights.length,
    };
  });
  await close();
  return seen;
}

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('tcns-coverage-map')].every((map) =>
      map.shadowRoot?.querySelector('[part="footer"]'),
    ),
  );
}

/** The labels of the archipelagos that are drawn: in the picture, 11 px or more, covered by nothing. */
const labelsOf = (map: Locator) =>
  map.evaluate((host) => {
    const svg = host.shadowRoot?.querySelector('svg.map');
    const frame = svg?.getBoundingClientRect();
    if (!svg || !frame) return [];
    const scale = frame.width / (svg as SVGSVGElement).viewBox.baseVal.width;
    return [...svg.querySelectorAll('.archipelago')].map((group) => {
      const lines = [...group.querySelectorAll('text')];
      const inside = lines.every((line) => {
        const box = line.getBoundingClientRect();
        const style = getComputedStyle(line);
        return (
          box.left >= frame.left - 1 &&
          box.right <= frame.right + 1 &&
          box.bottom <= frame.bottom + 1 &&
          parseFloat(style.fontSize) * scale >= 10.95 &&
          style.visibility === 'visible' &&
          Number(style.opacity) === 1
        );
      });
      const dots = group.querySelector('.islands')?.getBoundingClientRect();
      return {
        text: lines.map((line) => line.textContent).join(' '),
        drawn: inside && !!dots && dots.width > 4 && dots.right <= frame.right + 1,
      };
    });
  });

describe('the page of maps', () => {
  let browser: Browser;
  let server: RunningServer;

  before(async () => {
    [browser, server] = await Promise.all([launch(), startDemo()]);
  });
  after(async () => {
    await Promise.all([browser.close(), server.close()]);
  });

  const open = async (path: string, width = 1200) => {
    const opened = await openPage(browser, { viewport: { width, height: 900 } });
    await opened.page.goto(`${server.origin}/${path}`);
    await ready(opened.page);
    return opened;
  };

  it('has entries of its legend that a finger can press: 44 px beside the picture, 32 px under it', async () => {
    for (const [width, beside, least] of [
      [1000, true, 44],
      [360, false, 32],
    ] as const) {
      const seen = await legendTargets(browser, server.origin, width);
      assert.equal(seen.coarse, true);
      assert.equal(seen.beside, beside, `${width} px`);
      assert.ok(seen.entries > 1 && seen.least >= least, `${width} px: ${JSON.stringify(seen)}`);
    }
  });

  for (const [path, language] of PAGES) {
    it(`${path} shows its figures, each map with its date and source`, async () => {
      const { page, all, close } = await open(path);
      for (const [id, vi, en] of FIGURES) {
        const texts = await page
          .locator(`#${id} tcns-coverage-map [part="card"]`)
          .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).innerText));
        const words = language === 'vi' ? vi : en;
        assert.ok(
          texts.some((text) => words.test(text)),
          `${id}: ${words} in ${texts.join(' | ')}`,
        );
      }
      const feet = page.locator('tcns-coverage-map [part="footer"]');
      for (const foot of await feet.allInnerTexts()) {
        assert.match(foot, language === 'vi' ? /đến.*Nguồn: /s : /As of.*Source: /s);
      }
      assert.equal(await feet.count(), 6);
      assert.deepEqual(all(), []);
      await close();
    });

    for (const width of WIDTHS) {
      it(`${path}: both archipelagos are labelled at ${width} px, with borders and as tiles`, async () => {
        const { page, close } = await open(path);
        const map = page.locator('#hien-nay-map');
        await map.evaluate((host, px) => {
          const room = host.parentElement as HTMLElement;
          document.body.append(room);
          room.style.maxWidth = 'none';
          room.style.width = `${px}px`;
        }, width);
        for (const layout of ['geo', 'tiles']) {
          await map.evaluate((host, value) => host.setAttribute('layout', value), layout);
          await page.waitForFunction(
            ([px, kind]) => {
              const host = document.querySelector('#hien-nay-map');
              const svg = host?.shadowRoot?.querySelector(`svg.${kind}`);
              return svg && Math.abs((host?.clientWidth ?? 0) - Number(px)) < 2;
            },
            [width, layout === 'geo' ? 'outlines' : 'tiles'] as const,
          );
          const expected = LABELS[language].map((text) => ({ text, drawn: true }));
          // They are measured, and drawn anew, once the map has its width.
          await eventually(async () =>
            assert.deepEqual(await labelsOf(map), expected, `${layout} at ${width} px`),
          );
        }
        await close();
      });
    }

    it(`${path}: the wards of Đà Nẵng have Hoàng Sa beside them, the districts of Bắc Giang nothing`, async () => {
      const { page, close } = await open(path);
      const [bacGiang, daNang] = await page.locator('#cap-duoi tcns-coverage-map').all();
      assert.ok(bacGiang && daNang);
      assert.deepEqual(await labelsOf(bacGiang), []);
      assert.deepEqual(await labelsOf(daNang), [{ text: LABELS[language][0], drawn: true }]);
      await close();
    });

    it(`${path}: a province opens, says that it is a sample, and the way back leads back`, async () => {
      const { page, all, close } = await open(path);
      const map = page.locator('#hien-nay-map');
      const province = map.locator('path[data-id="44@2025"]');
      await province.click();
      await province.click();
      await map.locator('[data-id="mau01@2025"]').waitFor();
      assert.equal(await map.locator('[role="option"][data-id^="mau"]').count(), 12);
      assert.match(
        await map.locator('[part="title"]').innerText(),
        language === 'vi' ? /Quảng Trị.*Số liệu minh họa/ : /Quảng Trị.*Sample/,
      );
      const { violations } = await axe(page).include('#hien-nay').analyze();
      assert.deepEqual(
        violations.map(({ id }) => id),
        [],
      );
      await map.locator('nav button').first().click();
      await map.locator('path[data-id="44@2025"]').waitFor();
      // The API has no borders of its communes: the browser writes that one answer, or that it was left unread.
      const isOfBorders = (line: string) => line.includes('/geo/44@2025.json') || /404/.test(line);
      assert.deepEqual(
        all().filter((line) => !isOfBorders(line)),
        [],
      );
      assert.ok(all().some(isOfBorders));
      await close();
    });
  }

  it('keeps the choice of an area in the address of the map that says so', async () => {
    const { page, close } = await open('map.html');
    await page.locator('#bao-bao path[data-id="48@2008"]').first().click();
    await page.waitForURL(/[?&]tcns-area=48(@|%40)2008/);
    await close();
  });
});

describe('the sample behind the maps', () => {
  it('is what the tool writes, and can be read without a fault', async () => {
    for (const [path, text] of Object.entries(await sampleFiles())) {
      assert.equal(readFileSync(`${SAMPLE_FOLDER}${path}`, 'utf8'), text, path);
      if (path.startsWith('geo/')) continue;
      if (path.startsWith('areas/')) {
        assert.deepEqual(readDocument(areasSchemas, JSON.parse(text)).faults, [], path);
        continue;
      }
      const { document, faults } = readDocument(figuresSchemas, JSON.parse(text));
      assert.deepEqual(faults, [], path);
      assert.deepEqual(Object.keys(document.sources), ['sample']);
      assert.equal(document.sources['sample']?.sample, true);
      assert.ok(document.observations.every(({ source }) => source === 'sample'));
    }
  });
});
