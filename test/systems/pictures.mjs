/* global document, requestAnimationFrame -- inside the pages */
/** What readers see of a system's page, as pictures to look at: `.cache/systems/pictures/NAME.WIDTH.png`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './packages.mjs';

const folder = join(cache, 'pictures');
/** px: a phone, and a window on a desk. */
export const WIDTHS = [360, 1200];

const fileName = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();

/**
 * Keeps a picture of the whole page. The window is made as high as the page, because Chromium's own pictures of whole
 * pages leave sandboxed frames that are out of view white, ours as any other page's.
 */
export async function picture(page, name, width) {
  mkdirSync(folder, { recursive: true });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  const drawn = () =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await page.evaluate(drawn);
  // A frame without scripts answers nothing.
  for (const frame of await page.locator('iframe:not([sandbox=""])').elementHandles())
    await (await frame.contentFrame())?.evaluate(drawn);
  await page.screenshot({ path: join(folder, `${fileName(name)}.${width}.png`) });
}

/** The body of a page that a system has made, or the part that it has left. */
const bodyIn = (html) => /<body[^>]*>([^]*)<\/body>/i.exec(html)?.[1] ?? html;

/** One page with what is left of every form, under the name of the form. */
export const bookOf = (html) =>
  Object.entries(html)
    .filter(([, left]) => left !== undefined)
    .map(
      ([form, left]) =>
        `<h2>${form}</h2>\n${bodyIn(left).replace(/<script\b[^>]*>[^]*?<\/script>/gi, '')}`,
    )
    .join('\n');
