/**
 * Every story of the built Storybook, in Chromium: it plays without a complaint, its widgets
 * are drawn, and axe finds nothing. `npm run test:storybook` builds where there is no build.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { npm } from '../../tools/lib/run.mjs';
import { launch } from '../support/browser.ts';

interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  name: string;
}

const folder = fileURLToPath(new URL('../../storybook-static/', import.meta.url));
/** Stories that are shown at once. */
const AT_ONCE = 4;
/** Of a whole page, which a story is not. */
const PAGE_RULES = ['region', 'landmark-one-main', 'page-has-heading-one'];

if (!existsSync(join(folder, 'index.json'))) {
  const { code, output } = await npm(['run', 'build:storybook'], { capture: true });
  if (code !== 0) throw new Error(`Storybook was not built:\n${output}`);
}
const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
  entries: Record<string, Entry>;
};
const all = Object.values(entries);
const stories = all.filter(({ type }) => type === 'story');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The built files, below a folder of the site: nothing may ask for the root, but for its icon. */
const server = createServer((request, response) => {
  if (request.url === '/favicon.ico') return void response.writeHead(204).end();
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
  const file = resolve(folder, path.replace(/^\/widgets\//, ''));
  const inside = path.startsWith('/widgets/') && `${file}${sep}`.startsWith(folder);
  (inside ? readFile(file) : Promise.reject(new Error('outside'))).then(
    (body) => {
      response.writeHead(200, {
        'Content-Type': TYPES[extname(file)] ?? 'text/plain',
        'Cache-Control': 'max-age=3600',
      });
      response.end(body);
    },
    () => response.writeHead(404).end(),
  );
});

let browser: Browser;
let origin: string;

before(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/widgets`;
  browser = await launch();
});
after(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
});

/** A page, and what it complained about. */
interface Tab {
  page: Page;
  complaints: string[];
}
async function newTab(): Promise<Tab> {
  const context = await browser.newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1000, height: 700 },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // an API that is meant to fail makes the browser say so
    const meant = /\/mock\/(fails|stale|mends)\//.test(message.location().url);
    if (message.type() === 'error' && !meant) {
      complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  return { page, complaints };
}

/** Opens an address of the preview; the addon's own run of axe is off, the tests have theirs. */
async function visit(address: string, look: (tab: Tab) => Promise<void>): Promise<void> {
  // a profile of its own: one that is left takes the worker of the mocked API with it
  const tab = await newTab();
  try {
    await tab.page.goto(`${origin}/iframe.html?${address}&globals=a11y.manual:!true`);
    await look(tab);
  } finally {
    await tab.page.context().close();
  }
}

/** Waits until a story is drawn and has been played; says what went wrong in it. */
async function finished(page: Page): Promise<string[]> {
  await page.waitForFunction(() => {
    const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
      __STORYBOOK_PREVIEW__?: { currentRender?: { phase?: string } };
    };
    return /^(finished|errored|aborted)$/.test(preview?.currentRender?.phase ?? '');
  });
  return page.evaluate(() =>
    document.body.classList.contains('sb-show-errordisplay')
      ? [document.querySelector('.sb-errordisplay')?.textContent ?? 'an error']
      : [],
  );
}

/** The widgets of a page that have drawn nothing: no text, no slotted text, no blocks of a skeleton. */
const undrawn = () => {
  const widgets = [...document.querySelectorAll('tcns-kpi-card, tcns-stat')];
  if (widgets.length === 0) return ['no widget'];
  return widgets
    .filter(({ shadowRoot, textContent }) => {
      const own = shadowRoot?.textContent?.trim() ?? '';
      const slotted = shadowRoot?.querySelector('slot') ? (textContent ?? '').trim() : '';
      return !own && !slotted;
    })
    .map(({ outerHTML }) => outerHTML);
};

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .disableRules(PAGE_RULES)
    .setLegacyMode() // no frames, so no page of its own to put results together
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.flat().join(' > ')}`),
  );
}

describe('stories', { concurrency: AT_ONCE }, () => {
  it('are there', () => {
    assert.ok(stories.length > 50, `${stories.length} stories`);
  });

  for (const { id, title, name } of stories) {
    it(`${title}: ${name}`, () =>
      visit(`id=${id}&viewMode=story`, async ({ page, complaints }) => {
        complaints.push(...(await finished(page)));
        // a skeleton appears after 200 ms
        await page.waitForFunction(() =>
          document.getAnimations().every(({ playState }) => playState !== 'running'),
        );
        assert.deepEqual(complaints, []);
        assert.deepEqual(await page.evaluate(undrawn), []);
        assert.deepEqual(await violations(page), []);
      }));
  }
});

describe('pages of docs', () => {
  for (const { id, title, name } of all.filter(({ type }) => type === 'docs')) {
    it(`${title}: ${name}`, () =>
      visit(`id=${id}&viewMode=docs`, async ({ page, complaints }) => {
        await page.waitForSelector('#storybook-docs h1');
        await page.waitForFunction(() => {
          const widgets = [...document.querySelectorAll('tcns-kpi-card, tcns-stat')];
          return widgets.every(({ shadowRoot }) => shadowRoot?.querySelector('*'));
        });
        assert.deepEqual(complaints, []);
      }));
  }

  it('have the tables of the manifest', () =>
    visit('id=kpi-card--docs&viewMode=docs', async ({ page }) => {
      await page.waitForSelector('.docblock-argstable');
      const table = await page.textContent('.docblock-argstable');
      for (const word of [
        'indicator',
        'heading-level',
        'tcns-load',
        '--tcns-kpi-card-min-height',
      ]) {
        assert.ok(table?.includes(word), `${word} is not in the table`);
      }
    }));
});

describe('the built widgets', () => {
  it('follow their properties: decorators were lowered as the library is built', () =>
    visit('id=kpi-card--exact&viewMode=story', async ({ page }) => {
      await finished(page);
      const seen = await page.evaluate(async () => {
        const card = document.querySelector('tcns-kpi-card');
        if (!card) throw new Error('no card');
        const title = card.shadowRoot?.querySelector('[part=title]');
        const first = title?.textContent?.trim();
        card.heading = 'Tiêu đề mới';
        await card.updateComplete;
        // a field of its own would hide the accessor of the class
        const own = Object.keys(card).includes('heading');
        return { first, then: title?.textContent?.trim(), own };
      });
      assert.notEqual(seen.first, seen.then);
      assert.deepEqual([seen.then, seen.own], ['Tiêu đề mới', false]);
    }));

  it('follow the controls', () =>
    visit('id=kpi-card--exact&viewMode=story', async ({ page }) => {
      await finished(page);
      await page.evaluate(() => {
        const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
          __STORYBOOK_PREVIEW__: { channel: { emit: (name: string, value: unknown) => void } };
        };
        const updatedArgs = { variant: 'compact', heading: 'Tiêu đề mới' };
        preview.channel.emit('updateStoryArgs', { storyId: 'kpi-card--exact', updatedArgs });
      });
      await page.locator('tcns-kpi-card .compact').getByText('Tiêu đề mới').waitFor();
    }));

  it('follow the language and the theme of the toolbar', () =>
    visit('id=kpi-card--exact&viewMode=story', async ({ page }) => {
      await finished(page);
      await page.locator('tcns-kpi-card .root.light[lang=vi]').waitFor();
      await page.evaluate(() => {
        const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
          __STORYBOOK_PREVIEW__: { channel: { emit: (name: string, value: unknown) => void } };
        };
        preview.channel.emit('updateGlobals', { globals: { language: 'en', theme: 'dark' } });
      });
      await page.locator('tcns-kpi-card .root.dark[lang=en]').waitFor();
    }));
});
