/**
 * A camera for stories: a pinned font and clock, nothing that moves, one pixel a pixel. What
 * it takes depends on the widgets alone, not on the machine's fonts or the day.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumArgs, findBrowser } from '../../tools/test/find-browser.mjs';
import { finished, previewOf } from '../storybook/built.ts';
import { small } from './compare.ts';

/** Late enough for every figure of the fixtures but the future one. */
const NOW = new Date('2026-11-23T09:00:00+07:00');
/** Taller than most stories, so that what is drawn only in view is in view. */
const HEIGHT = 3000;
/** Around what a story shows. */
const MARGIN = 16;
const PAUSE = 120;

const fontsource = new URL('../../node_modules/@fontsource/', import.meta.url);
/** The path of the pinned fonts on the server of the stories, and their folder. */
export const fonts = { '/fonts/': fileURLToPath(fontsource) };

const faces = ['400', '500', '600', '700']
  .map((weight) => `be-vietnam-pro/${weight}`)
  .concat('noto-sans-symbols-2/400')
  .map((name) =>
    readFileSync(new URL(`${name}.css`, fontsource), 'utf8').replaceAll(
      './files/',
      `/fonts/${name.split('/')[0]}/files/`,
    ),
  );
const FAMILY = `'Be Vietnam Pro', 'Noto Sans Symbols 2'`;
const PINNED = `${faces.join('\n')}
:root { --tcns-font-family: ${FAMILY}; }
body, .article { font-family: ${FAMILY} !important; }
`;

export function launchCamera(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...chromiumArgs,
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
    ],
  });
}

interface Watched {
  tcnsPending: number;
}

/**
 * Runs in the page before all else: the fonts, and a count of the answers that are awaited.
 * No figure arrives before the fonts, so nothing is placed by the measures of another.
 */
function prepare(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  const page = window as unknown as Watched;
  const own = window.fetch;
  let loaded: Promise<unknown> | undefined;
  page.tcnsPending = 0;
  window.fetch = async (...args) => {
    const [asked] = args;
    const address = asked instanceof Request ? asked.url : String(asked);
    if (address.includes('/mock/waits/')) return own(...args); // never answers
    page.tcnsPending += 1;
    try {
      loaded ??= Promise.all(
        [...document.fonts].filter(({ family }) => css.includes(family)).map((face) => face.load()),
      );
      await loaded;
      return await own(...args);
    } finally {
      setTimeout(() => (page.tcnsPending -= 1), 50);
    }
  };
}

/** How far what a story shows reaches: menus and notes too, not what scrolls out of sight. */
function reach(): { right: number; bottom: number } {
  let [right, bottom] = [0, 0];
  const parents: ParentNode[] = [...document.querySelectorAll('#root-inner')];
  for (const parent of parents) {
    for (const element of parent.children) {
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.height > 0) {
        right = Math.max(right, box.right);
        bottom = Math.max(bottom, box.bottom);
      }
      // what a box scrolls or cuts off reaches no further than the box
      if (getComputedStyle(element).overflowX !== 'visible') continue;
      parents.push(element, ...(element.shadowRoot ? [element.shadowRoot] : []));
    }
  }
  const { scrollWidth, scrollHeight } = document.documentElement;
  return { right: Math.min(right, scrollWidth), bottom: Math.min(bottom, scrollHeight) };
}

/** Opens a story, hands it over once it has been played, and closes it. */
export async function visit(
  browser: Browser,
  origin: string,
  id: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 360, height: HEIGHT },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.clock.setFixedTime(NOW);
    await page.addInitScript(prepare, PINNED);
    await page.goto(previewOf(origin, id, 'story'));
    faults.push(...(await finished(page)));
    if (faults.length > 0) throw new Error(faults.join('\n'));
    await look(page);
  } finally {
    await context.close();
  }
}

const isQuiet = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return (window as unknown as Watched).tcnsPending === 0;
  });

async function take(page: Page): Promise<Buffer> {
  const { right, bottom } = await page.evaluate(reach);
  return page.screenshot({
    animations: 'disabled',
    fullPage: true,
    clip: { x: 0, y: 0, width: Math.ceil(right) + MARGIN, height: Math.ceil(bottom) + MARGIN },
  });
}

export const widen = (page: Page, width: number) => page.setViewportSize({ width, height: HEIGHT });

/**
 * A picture of the page: at once when it is `good`, else when it has stopped changing, so
 * that a slow machine is not taken for a fault.
 */
export async function shoot(page: Page, isGood = (_: Buffer) => false): Promise<Buffer> {
  let last: Buffer | undefined;
  for (let still = 0, tries = 0; tries < 60; tries += 1) {
    if (await isQuiet(page)) {
      const now = await take(page);
      if (isGood(now)) return now;
      still = last?.equals(now) ? still + 1 : 0;
      if (still === 2) return small(now);
      last = now;
    }
    await page.waitForTimeout(PAUSE);
  }
  throw new Error('The story does not stop moving.');
}
