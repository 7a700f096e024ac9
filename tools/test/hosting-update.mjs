/* global window -- inside the page */
/**
 * A release published beside the one before it, on a real server with caches of a year, while a reader has a page
 * open: the code that this page asks for later is of its own release, and a new reader gets the new one whole.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { root } from './run.mjs';

const NEXT = '99.0.0';
/** What the page shows: widgets whose menus and details are loaded late. */
const PAGE = `<tcns-kpi-card area="48@2008" indicator="members"></tcns-kpi-card>
<tcns-ranking area="vn@2008" indicator="coverage.commune"></tcns-ranking>
<tcns-coverage-map area="vn@2008" indicator="coverage.commune"></tcns-coverage-map>
<tcns-trend area="vn" indicator="teams"></tcns-trend>`;

/** The files of the release of this build, by their path. */
function release(version) {
  return unzipSync(readFileSync(join(root, `dist/cdn/tcns-${version}.zip`)));
}

/** The next release: another version, and chunks of other names. */
function nextOf(files, version) {
  const text = (bytes) => new TextDecoder().decode(bytes);
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [
      later(path, version),
      /\.(js|json|html)$/.test(path)
        ? new TextEncoder().encode(later(text(bytes), version))
        : bytes,
    ]),
  );
}
const later = (text, version) =>
  text
    .replaceAll(`${version}/`, `${NEXT}/`)
    .replaceAll(`"${version}"`, `"${NEXT}"`)
    .replaceAll(/-([\w-]{8}\.js)/g, '-next$1');

/** Copies over what is there, as the guide says: nothing is deleted. */
function publish(files, target) {
  for (const [path, bytes] of Object.entries(files)) {
    if (path.endsWith('/')) continue;
    const file = join(target, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** A reader's tab: what it asked the server for, by version, and what failed. */
async function open(context, url) {
  const tab = await context.newPage();
  const seen = { versions: new Set(), faults: [] };
  tab.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    const [, version] = /\/tcns\/(\d+\.\d+\.\d+)\//.exec(pathname) ?? [];
    if (version) seen.versions.add(version);
    if (answer.status() >= 400) seen.faults.push(`${answer.status()} ${pathname}`);
  });
  tab.on('pageerror', (error) => seen.faults.push(error.message));
  await tab.goto(url);
  for (const place of [
    'tcns-kpi-card [part="value"]',
    'tcns-ranking [part="footer"]',
    'tcns-coverage-map [part="map"]',
    'tcns-trend [part="footer"]',
  ])
    await tab.locator(place).first().waitFor();
  return { tab, seen };
}

const OPENERS = 'tcns-kpi-card, tcns-ranking, tcns-coverage-map, tcns-trend';

/** Everything that a reader may open: the menus with their tables, sharing, a search, an area of the map. */
async function useAll(tab) {
  const opened = [];
  for (const widget of await tab.locator(OPENERS).all()) {
    const name = await widget.evaluate((element) => element.localName);
    await widget.locator('.menu-button').click();
    const items = widget.locator('.menu').getByRole('button');
    await items.first().waitFor();
    await items.filter({ hasText: 'Nhúng' }).click();
    await widget.locator('.share select').first().waitFor();
    opened.push(`${name}: share`);
    await tab.keyboard.press('Escape');
    await widget.locator('.menu-button').click();
    const picture = items.filter({ hasText: 'PNG' });
    if ((await picture.count()) > 0) {
      const [saved] = await Promise.all([tab.waitForEvent('download'), picture.first().click()]);
      opened.push(`${name}: ${saved.suggestedFilename().split('.').pop()}`);
      await widget.locator('.menu-button').click();
    }
    await items.filter({ hasText: 'bảng' }).first().click();
    await widget.locator('table').first().waitFor();
    opened.push(`${name}: table`);
  }
  return opened;
}

/**
 * @param options - `{ browser, check, site, address, version }`; `site` is the server's folder, `address` its origin
 */
export async function updating({ browser, check, site, address, version }) {
  const first = release(version);
  publish(first, site);
  writeFileSync(
    join(site, 'update.html'),
    `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cập nhật</title><link rel="icon" href="data:,">
<script src="/tcns/tcns.js" data-api="/tcns/v1"></script>\n${PAGE}`,
  );
  const context = await browser.newContext({ locale: 'vi-VN' });
  try {
    const old = await open(context, `${address}/update.html`);
    publish(nextOf(first, version), site);
    const opened = await useAll(old.tab);
    check(
      'a page opened before an update opens its menus, tables and shares after it',
      opened.length >= 10 && old.seen.faults.length === 0,
      JSON.stringify([opened, old.seen.faults]),
    );
    check(
      'and asks for files of its own release only',
      [...old.seen.versions].join() === version,
      [...old.seen.versions].join(),
    );
    const fresh = await open(context, `${address}/update.html`);
    const now = await fresh.tab.evaluate(() => window.tcns.version);
    await useAll(fresh.tab);
    check(
      'a page opened after it, with the caches of the same browser, has nothing of the release before',
      now === NEXT && [...fresh.seen.versions].join() === NEXT && fresh.seen.faults.length === 0,
      JSON.stringify([now, [...fresh.seen.versions], fresh.seen.faults]),
    );
    const chunk = Object.keys(first).find((path) => path.includes('/chunks/'));
    for (const path of [`tcns/${version}/kpi-card.js`, chunk]) {
      const cached = (await fetch(`${address}/${path}`)).headers;
      check(
        `a release's ${path.split('/').pop().replace(/-.*/, '')} may be kept for a year, by pages of any origin`,
        /immutable/.test(cached.get('cache-control') ?? '') &&
          cached.get('access-control-allow-origin') === '*',
        `${cached.get('cache-control')} ${cached.get('access-control-allow-origin')}`,
      );
    }
    const frame = await fetch(`${address}/tcns/embed.html`);
    check(
      'the frame of a release lies beside the data, with its policy and never kept',
      frame.ok &&
        /default-src 'none'/.test(frame.headers.get('content-security-policy') ?? '') &&
        frame.headers.get('cache-control') === 'no-cache',
      `${frame.status} ${frame.headers.get('cache-control')}`,
    );
  } finally {
    await context.close();
  }
}
