/**
 * Asks in one step for all that a widget will need: the chunks of its module, its document, its borders, its
 * language. Otherwise the page asks five times in a row, and each time costs a round trip.
 */
import { addressIn } from '../data/addresses.js';
import { findAll, pageBase } from '../data/page-base.js';
import type { Settings } from '../data/settings.js';
import { hasOdd } from './watched.js';

/**
 * Written by the build from the catalogue (`loaderTable` in tools/build/build-cdn.ts): of each widget the
 * folder of its document, the heights kept free by selector, and the chunks that its module imports, the largest first,
 * with blanks between.
 */
declare const __TCNS_WIDGETS__: Readonly<
  Record<
    string,
    readonly [folder: string, heights: Readonly<Record<string, number>>, chunks: string]
  >
>;
/** The mark in the names of this build's chunks. */
declare const __TCNS_MARK__: string;

export const TABLE = __TCNS_WIDGETS__;

/** Documents on their way, by address; the store takes each once. */
export type Early = Record<string, Promise<Response> | undefined>;

/**
 * @param name - of a widget that the page has and the table knows
 * @param base - the folder of the library's files
 * @param early - where documents on their way are put
 * @param end - what the parser has come to
 */
export function askEarly(
  name: string,
  base: string,
  settings: Settings,
  early: Early,
  end?: Element,
): void {
  const [folder, , chunks] = TABLE[name] as (typeof TABLE)[string];
  // The module itself, because a policy that allows it may allow no preload. The browser asks for each once.
  const ask = (chunk: string): void => {
    import(/* @vite-ignore */ `${base}chunks/${chunk}-${__TCNS_MARK__}.js`).catch(() => 0);
  };
  // The largest file first, before attributes are read: the line is filled from then on.
  chunks.split(' ').forEach(ask);
  findAll<HTMLElement>(`tcns-${name}`).forEach((widget) => {
    const attribute = (key: string): string =>
      widget.closest(`tcns-${name}[${key}],tcns-dashboard[${key}]`)?.getAttribute(key) ?? '';
    if (
      /^en/.test(
        (attribute('lang') ||
          settings.lang ||
          widget.closest<HTMLElement>('[lang]')?.lang) as string,
      )
    )
      ask('en');
    // As `pathOf` of addresses.ts makes it, which is too long for the loader: for ids as nearly every page writes
    // them. Other forms are left to the widget. The edition is put behind an id that has one too, and ignored there.
    const key =
      folder === 'campaigns'
        ? encodeURIComponent(attribute('campaign'))
        : /^(vn|\d\d|\d{5})@20(08|25)(?=(@2025)?$)/.exec(`${attribute('area')}@2025`)?.[0];
    if (/^vn/.test(key as string) && name === 'coverage-map' && !attribute('geo-src'))
      ask(`provinces-${(key as string).slice(3)}.generated`);
    const api = attribute('api') || (!settings.bundle && settings.api);
    // A script between the tags is the document, and may come while the widget is open; an attribute to be mended gives another address.
    if (
      !key ||
      !api ||
      widget.closest('[src],[bundle],[adapter],[url-state]') ||
      widget.querySelector('script') ||
      widget.contains(end as Element) ||
      hasOdd(widget)
    )
      return;
    const url = new URL(addressIn(api, `${folder}/${key}`), pageBase()).href;
    // As `<link rel="preload" as="fetch" crossorigin>` asks, whose answer is taken over.
    // A failure is the store's matter, which asks again.
    (early[url] ??= fetch(url)).catch(() => 0);
  });
}
