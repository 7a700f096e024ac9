/**
 * Every story of the built Storybook, in Chromium: it plays without a complaint, its widgets
 * are drawn, and axe finds nothing. `npm run test:storybook` builds where there is no build;
 * `TCNS_STORIES=PATTERN` takes the stories and pages whose id matches.
 * By Playwright: a `.browser.test.ts` would be opened in a page.
 */
import assert from 'node:assert/strict';
import { env } from 'node:process';
import { after, before, describe, it } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { MOST_WIDGETS } from '../../.storybook/few-widgets.ts';
import { launch, widthTaken } from '../support/browser.ts';
import { finished, previewOf, readElements, readEntries, serveStorybook } from './built.ts';

/** Stories that are shown at once. */
const AT_ONCE = 4;
/** Of a whole page, which a story is not. */
const PAGE_RULES = ['region', 'landmark-one-main', 'page-has-heading-one'];

const all = await readEntries();
const stories = all.filter(({ type }) => type === 'story');
const elements = await readElements();
const only = new RegExp(env.TCNS_STORIES ?? '', 'i');
/** A widget's stories have its tag, without the prefix, as the first part of their id. */
const roomOf = (tagName: string) => tagName.replace(/^tcns-/, '');

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
    // an API that is meant to fail makes the browser say so, and a province without borders, too
    const meant =
      /\/mock\/((fails|stale|mends|~[^/]*fail=[^/]*)\/|sample\/v1\/geo\/44@2025\.json$)/.test(
        message.location().url,
      );
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
const undrawn = (isWidget: boolean) => {
  const widgets = [...document.querySelectorAll('*')].filter(({ localName }) =>
    localName.startsWith('tcns-'),
  );
  if (widgets.length === 0) return isWidget ? ['no widget'] : [];
  return widgets
    .filter((host) => {
      const { shadowRoot, textContent } = host;
      const own = shadowRoot?.textContent?.trim() ?? '';
      const slotted = shadowRoot?.querySelector('slot') ? (textContent ?? '').trim() : '';
      // a group without its bar is what it holds
      const holds = widgets.some((one) => one !== host && host.contains(one));
      return !own && !slotted && !holds;
    })
    .map(({ outerHTML }) => outerHTML);
};

/** Waits for the first drawing, which waits a moment for its figures; returns what is not drawn even then. */
async function drawn(page: Page, isWidget: boolean): Promise<string[]> {
  let left = await page.evaluate(undrawn, isWidget);
  for (let tries = 0; left.length > 0 && tries < 100; tries++) {
    await page.waitForTimeout(50);
    left = await page.evaluate(undrawn, isWidget);
  }
  return left;
}

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

  it('are named in Vietnamese, then in English', () => {
    const parts = all.flatMap(({ type, title, name }) => [
      ...title.split('/'),
      ...(type === 'story' ? [name] : []),
    ]);
    // a guide of one language has the name of that language
    const wrong = parts.filter(
      (part) => !/^(Tiếng Việt|English)$/.test(part) && !/^\S.* · [A-Z\d]/.test(part),
    );
    assert.deepEqual([...new Set(wrong)], []);
  });

  for (const { id, title, name } of stories.filter(({ id }) => only.test(id))) {
    it(`${title}: ${name}`, () =>
      visit(id, async ({ page, complaints }) => {
        complaints.push(...(await finished(page)));
        // a skeleton appears after 200 ms
        await page.waitForFunction(() =>
          document.getAnimations().every(({ playState }) => playState !== 'running'),
        );
        assert.deepEqual(complaints, []);
        assert.deepEqual(await drawn(page, !id.startsWith('theming--')), []);
        assert.deepEqual(await violations(page), []);
      }));
  }
});

/** What every widget that loads something must show. The group of widgets loads nothing itself. */
const STATES = ['playground', 'waiting', 'stale', 'empty', 'failed', 'narrow', 'dark', 'english'];
const LACKING: Readonly<Record<string, readonly string[]>> = {
  // an old figure is told in the note
  stat: ['stale'],
  dashboard: ['waiting', 'stale', 'empty', 'narrow'],
};
/** A map without figures is hatched, not empty. */
const CALLED: Readonly<Record<string, string>> = { 'coverage-map--empty': 'coverage-map--no-data' };

describe('the stories of every widget', () => {
  for (const { tagName } of elements) {
    const room = roomOf(tagName);
    it(`${tagName}: every state`, () => {
      const ids = new Set(stories.map(({ id }) => id));
      const due = STATES.filter((state) => !LACKING[room]?.includes(state));
      const missing = due
        .map((state) => CALLED[`${room}--${state}`] ?? `${room}--${state}`)
        .filter((id) => !ids.has(id));
      assert.deepEqual(missing, []);
    });

    it(`${tagName}: what a reader does is played`, () => {
      const played = stories.filter(
        ({ id, tags }) => id.startsWith(`${room}--`) && tags.includes('play-fn'),
      );
      assert.ok(played.length > 0);
    });
  }
});

/** Of a widget that has neither title nor menu. */
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  'tcns-stat': ['heading', 'heading-level', 'no-menu', 'no-download'],
};

interface Preview {
  currentRender?: { story?: { argTypes: Record<string, ArgType> } };
  channel: { emit: (name: string, value: unknown) => void };
}
interface ArgType {
  control?: { disable?: boolean } | false;
  table?: { disable?: boolean };
}

describe('the controls of a playground', () => {
  for (const { tagName, attributes, members } of elements) {
    const id = `${roomOf(tagName)}--playground`;
    const own = attributes.filter(({ name }) => !WITHOUT[tagName]?.includes(name));
    it(`set every attribute of ${tagName}`, { skip: !only.test(id) }, () =>
      visit(id, async ({ page }) => {
        await finished(page);
        const meant = own.map(({ name, fieldName = name, type }) => {
          const options = [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, one]) => one);
          let value: unknown = 'mock/v1';
          if (type?.text.includes('boolean')) value = true;
          else if (type?.text.includes('number')) value = 4;
          else if (options.length > 0) value = options[options.length - 1];
          // a property that reads its attribute, and is no text any more
          const field = members.find((member) => member.name === fieldName);
          const parsed = field?.type?.text.includes('[]') ?? false;
          return { name, fieldName, value: parsed ? '2024 mock' : value, parsed };
        });
        const without = await page.evaluate(
          (names) => {
            const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
              __STORYBOOK_PREVIEW__: Preview;
            };
            const argTypes = preview.currentRender?.story?.argTypes ?? {};
            return names.filter((name) => {
              const { control, table } = argTypes[name] ?? {};
              return !control || control.disable || table?.disable;
            });
          },
          own.map(({ name }) => name),
        );
        assert.deepEqual(without, [], 'attributes without a control');
        await page.evaluate(
          ({ storyId, updatedArgs }) => {
            const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
              __STORYBOOK_PREVIEW__: Preview;
            };
            preview.channel.emit('updateStoryArgs', { storyId, updatedArgs });
          },
          {
            storyId: id,
            updatedArgs: Object.fromEntries(meant.map(({ name, value }) => [name, value])),
          },
        );
        const left = () =>
          page.evaluate(
            ({ tagName, meant }) => {
              const host = document.querySelector(tagName) as unknown as Record<string, unknown>;
              return meant
                .filter(({ fieldName, value, parsed }) =>
                  parsed
                    ? !(host[fieldName] as unknown[] | undefined)?.length
                    : host[fieldName] !== value,
                )
                .map(({ name }) => name);
            },
            { tagName, meant },
          );
        // a control is followed in the next frames
        for (let tries = 0; tries < 50 && (await left()).length > 0; tries += 1) {
          await page.evaluate(() => new Promise(requestAnimationFrame));
        }
        assert.deepEqual(await left(), [], 'attributes that do not follow');
      }),
    );
  }
});

describe('the check of accessibility', () => {
  it('finds what is wrong inside a widget', { skip: !only.test('kpi-card--exact') }, () =>
    visit('kpi-card--exact', async ({ page }) => {
      await finished(page);
      assert.deepEqual(await violations(page), []);
      await page.evaluate(() => {
        const root = document.querySelector('tcns-kpi-card')?.shadowRoot?.querySelector('.root');
        const button = document.createElement('button');
        button.className = 'menu-button';
        root?.append(button);
      });
      assert.match((await violations(page)).join(), /button-name/);
    }),
  );
});

/** The widgets that a page has loaded. */
const widgetsOn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('tcns-'))
        .length,
  );

/** Pages of docs that are of no widget and show some. */
const SHOWING = /^(recipes|mock-api|theming|i18n)--/;

/** Every story of a page of docs has drawn its widgets, or the button that waits for a reader. */
const storiesDecided = (page: Page, hasStories: boolean) =>
  page.waitForFunction((hasStories) => {
    const places = [...document.querySelectorAll('.docs-story')];
    return (
      places.every((one) => one.querySelector('.story-box')) && places.length > 0 === hasStories
    );
  }, hasStories);

describe('pages of docs', () => {
  const pages = all.filter(({ type }) => type === 'docs');

  it('lead to stories and pages that exist', async () => {
    const ids = new Set(all.map(({ id }) => id));
    const wrong: string[] = [];
    for (const { id } of pages.filter(({ id }) => only.test(id))) {
      await visit(
        id,
        async ({ page }) => {
          await page.waitForSelector('#storybook-docs h1');
          const links = await page.$$eval('#storybook-docs a[href*="path=/"]', (found) =>
            found.map((link) => link.getAttribute('href') ?? ''),
          );
          const targets = links.map((link) =>
            decodeURIComponent(/path=\/(?:docs|story)\/([^&#]+)/.exec(link)?.[1] ?? link),
          );
          wrong.push(...targets.filter((one) => !ids.has(one)).map((one) => `${id}: ${one}`));
        },
        'docs',
      );
    }
    assert.deepEqual(wrong, []);
  });

  for (const { id, title, name } of pages.filter(({ id }) => only.test(id))) {
    it(`${title}: ${name}`, () =>
      visit(
        id,
        async ({ page, complaints }) => {
          await page.waitForSelector('#storybook-docs h1');
          const isOfWidget = elements.some(({ tagName }) => id === `${roomOf(tagName)}--docs`);
          await storiesDecided(page, isOfWidget || SHOWING.test(id));
          await page.waitForFunction(() => {
            const widgets = [...document.querySelectorAll('*')].filter(({ localName }) =>
              localName.startsWith('tcns-'),
            );
            return widgets.every(({ shadowRoot }) => shadowRoot?.querySelector('*'));
          });
          const count = await widgetsOn(page);
          assert.ok(count <= MOST_WIDGETS, `${count} widgets at once`);
          assert.equal(count > 0, isOfWidget || SHOWING.test(id), `${count} widgets`);
          assert.deepEqual(complaints, []);
          const width = await widthTaken(page, 360, 700);
          assert.ok(width <= 360, `${width} px wide`);
          // MDX of its own has no tables: they would stand there as bars and dashes
          const words = await page.textContent('#storybook-docs');
          assert.doesNotMatch(words ?? '', /\| -{3,} \|/);
        },
        'docs',
      ));
  }

  it('load a story that waits when its button is pressed', () =>
    visit(
      'kpi-card--docs',
      async ({ page }) => {
        await storiesDecided(page, true);
        const before = await widgetsOn(page);
        await page.locator('.show-story').last().click();
        await page.waitForFunction(
          (count) =>
            [...document.querySelectorAll('*')].filter(({ localName }) =>
              localName.startsWith('tcns-'),
            ).length > count,
          before,
        );
      },
      'docs',
    ));

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

  it('follow the API switch of the toolbar', () =>
    visit('ranking--playground', async ({ page }) => {
      await finished(page);
      await page.locator('tcns-ranking button.row').first().waitFor();
      await page.evaluate(() => {
        const { __STORYBOOK_PREVIEW__: preview } = window as unknown as {
          __STORYBOOK_PREVIEW__: Preview;
        };
        preview.channel.emit('updateGlobals', { globals: { api: '404' } });
      });
      await page.locator('tcns-ranking .failure').waitFor();
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
