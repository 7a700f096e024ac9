/**
 * Every story of the built Storybook, in Chromium: it plays without a complaint, its widgets
 * are drawn, and axe finds nothing. `npm run test:storybook` builds where there is no build.
 * By Playwright: a `.browser.test.ts` would be opened in a page.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/browser.ts';
import { finished, previewOf, readEntries, serveStorybook } from './built.ts';

/** Stories that are shown at once. */
const AT_ONCE = 4;
/** Of a whole page, which a story is not. */
const PAGE_RULES = ['region', 'landmark-one-main', 'page-has-heading-one'];

const all = await readEntries();
const stories = all.filter(({ type }) => type === 'story');

let browser: Browser;
let server: Awaited<ReturnType<typeof serveStorybook>>;

before(async () => {
  server = await serveStorybook();
  browser = await launch();
});
after(async () => {
  await browser.close();
  server.close();
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

async function visit(
  id: string,
  look: (tab: Tab) => Promise<void>,
  viewMode: 'story' | 'docs' = 'story',
): Promise<void> {
  // a profile of its own: one that is left takes the worker of the mocked API with it
  const tab = await newTab();
  try {
    await tab.page.goto(previewOf(server.origin, id, viewMode));
    await look(tab);
  } finally {
    await tab.page.context().close();
  }
}

/** The widgets of a page that have drawn nothing: no text, no slotted text, no blocks of a skeleton. */
const undrawn = () => {
  const widgets = [...document.querySelectorAll('*')].filter(({ localName }) =>
    localName.startsWith('tcns-'),
  );
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
      visit(id, async ({ page, complaints }) => {
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
      visit(
        id,
        async ({ page, complaints }) => {
          await page.waitForSelector('#storybook-docs h1');
          await page.waitForFunction(() => {
            const widgets = [...document.querySelectorAll('*')].filter(({ localName }) =>
              localName.startsWith('tcns-'),
            );
            return widgets.every(({ shadowRoot }) => shadowRoot?.querySelector('*'));
          });
          assert.deepEqual(complaints, []);
        },
        'docs',
      ));
  }

  it('have the tables of the manifest', () =>
    visit(
      'kpi-card--docs',
      async ({ page }) => {
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
      },
      'docs',
    ));
});

describe('the built widgets', () => {
  it('follow their properties: decorators were lowered as the library is built', () =>
    visit('kpi-card--exact', async ({ page }) => {
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
    visit('kpi-card--exact', async ({ page }) => {
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
    visit('kpi-card--exact', async ({ page }) => {
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
