/**
 * How often a page asks in a row before its widget shows figures: the HTML brings `tcns.js`, and `tcns.js` asks
 * for all the rest in one step. Each further step would cost a reader on a phone a whole round trip; each further
 * file or kilobyte costs it a part of one, so what is asked for stands here, widget by widget.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page, Route } from 'playwright-core';
import { launch, openPage, startDemo, startHost, type RunningServer } from '../support/browser.js';
import type { Choice } from '../../src/pages/builder/choice.js';
import { codeOf, type Facts } from '../../src/parts/share/embed-codes.js';
import { readManifest } from '../../src/parts/share/release.js';
import { page as bare } from './bare-page.js';

/** After the HTML: the loader, then everything else. */
const MOST = 2;

/**
 * What a tag alone asks for beside `tcns.js` and its document, and how many bytes of brotli the scripts may be, the
 * loader's too. A change that needs more writes it here, so that nobody adds a file or a kilobyte unseen.
 */
const ASKED: Readonly<Record<string, readonly [files: string, most: number]>> = {
  'kpi-card': ['kpi-card shared card', 34_560],
  stat: ['stat shared card', 33_536],
  'coverage-map 2008': ['coverage-map shared list nation provinces-2008.generated', 51_200],
  'coverage-map 2025': ['coverage-map shared list nation provinces-2025.generated', 50_688],
  'campaign-tracker': ['campaign-tracker shared list some card some order', 51_712],
  'team-roster': ['team-roster shared list rows some order', 56_576],
  'service-guide': ['service-guide shared list', 36_608],
  ranking: ['ranking shared list some order', 38_912],
  trend: ['trend shared list some', 42_752],
};

/** Bytes of brotli of the English texts. */
const ENGLISH = 4_096;

const TAGS: Readonly<Record<string, string>> = {
  'kpi-card': 'area="48@2008" indicator="members"',
  stat: 'area="vn" indicator="teams"',
  'coverage-map 2008': 'area="vn@2008" indicator="coverage.commune"',
  'coverage-map 2025': 'area="vn" indicator="coverage.commune"',
  'campaign-tracker': 'campaign="bp-92-ngay-dem"',
  'team-roster': 'area="45@2008"',
  'service-guide': 'area="48@2008"',
  ranking: 'area="vn@2008" indicator="coverage.commune"',
  trend: 'area="vn" indicator="teams"',
};

interface Steps {
  /** The addresses of each step after the HTML. */
  readonly steps: string[][];
  readonly twice: string[];
}

/** `/cdn/chunks/shared-1a2b3c4d.js` -> `shared`; what several widgets share is numbered in no order that matters. */
const nameOf = (url: string): string =>
  url.replace(/^.*\/|(-[a-p]{8})?\.js$/g, '').replace(/^some\d+$/, 'some');

const bytesOf = (url: string): number =>
  brotliCompressSync(readFileSync(url.replace(/^\/cdn\//, 'dist/cdn/'))).length;

describe('requests in a row', () => {
  let browser: Browser;
  let demo: RunningServer;
  before(async () => {
    browser = await launch();
    demo = await startDemo();
  });
  after(async () => {
    await browser.close();
    await demo.close();
  });

  /**
   * The steps of the run with the fewest. A step is over when the page asks for nothing for a while: where the
   * machine is busy one may be taken for two, but two are never taken for one, because the second waits for answers.
   */
  async function stepsOf(body: string, head: string, most: number): Promise<Steps> {
    let best = await countSteps(body, head);
    for (let again = 0; again < 3 && best.steps.length > most; again++) {
      const next = await countSteps(body, head);
      // Not what was asked twice in any run: that is a fault in each.
      if (next.steps.length < best.steps.length) best = { ...next, twice: best.twice };
    }
    return best;
  }

  /** A moment in which the page, too, has had its turn. */
  const moment = (page: Page) =>
    page
      .evaluate(() => new Promise((done) => setTimeout(done, 60)))
      // The page's own address comes while we wait.
      .catch(() => page.waitForTimeout(60));

  /** Answers each step's requests together, once the page asks for no more. */
  async function countSteps(body: string, head: string): Promise<Steps> {
    const host = await startHost({ '/': bare(body, head) });
    const { page, close } = await openPage(browser);
    let waiting: { route: Route; url: string }[] = [];
    await page.route('**/*', (route, request) => {
      const url = request.url();
      if (url.startsWith(host.origin) || url.startsWith('data:')) return route.continue();
      waiting.push({ route, url });
      return Promise.resolve();
    });
    await page.addInitScript(() => {
      document.addEventListener(
        'tcns-load',
        () => ((window as { isLoaded?: true }).isLoaded = true),
      );
    });
    const isLoaded = () =>
      page.evaluate(() => (window as { isLoaded?: true }).isLoaded === true).catch(() => false);
    const steps: string[][] = [];
    try {
      void page.goto(host.origin).catch(() => undefined);
      while (steps.length < 8) {
        for (let before = -1, quiet = 0; quiet < 4;) {
          await moment(page);
          quiet = waiting.length === before && waiting.length > 0 ? quiet + 1 : 0;
          before = waiting.length;
          if (waiting.length === 0 && (await isLoaded())) break;
        }
        if (await isLoaded()) break;
        const step = waiting;
        waiting = [];
        steps.push(step.map(({ url }) => url.replace(demo.origin, '')));
        await Promise.all(step.map(({ route }) => route.continue()));
      }
      const all = steps.flat();
      return { steps, twice: all.filter((url, i) => all.indexOf(url) < i) };
    } finally {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await close();
      await host.close();
    }
  }

  for (const language of ['vi', 'en'])
    for (const [name, attributes] of Object.entries(TAGS))
      it(`${name} in ${language}: at most ${MOST}, and nothing is asked twice`, async () => {
        const tag = `tcns-${name.split(' ')[0]}`;
        const { steps, twice } = await stepsOf(
          `<div lang="${language}"><${tag} ${attributes}></${tag}></div>`,
          `<script src="${demo.origin}/cdn/tcns.js" data-api="${demo.origin}/api/v1"></script>`,
          MOST,
        );
        assert.deepEqual(twice, []);
        assert.ok(steps.length <= MOST, steps.map((step) => step.join(' ')).join('\n'));
        const [files, most] = ASKED[name] ?? ['', 0];
        const scripts = steps.flat().filter((url) => url.endsWith('.js'));
        assert.deepEqual(
          scripts.map(nameOf).sort(),
          `tcns ${files}${language === 'en' ? ' en' : ''}`.split(' ').sort(),
        );
        assert.equal(steps.flat().length, scripts.length + 1, 'scripts, and one document');
        const bytes = scripts.reduce((sum, url) => sum + bytesOf(url), 0);
        const limit = most + (language === 'en' ? ENGLISH : 0);
        assert.ok(bytes <= limit, `${bytes} bytes of scripts are more than ${limit}`);
        // Provinces and archipelagos are for the map: the others use them late or never.
        if (name === 'kpi-card' || name === 'stat')
          assert.deepEqual(
            steps.flat().filter((url) => url.includes('/nation-')),
            [],
          );
      });

  for (const lang of ['vi', 'en'] as const)
    for (const [name, attributes] of Object.entries({ ...TAGS, dashboard: 'area="vn@2008"' }))
      it(`${name} in ${lang}, with the head lines of the builder: all at once, and nothing is asked twice`, async () => {
        const cdn = `${demo.origin}/cdn/`;
        const manifest = readManifest(await (await fetch(`${cdn}manifest.json`)).json());
        assert.ok(manifest);
        const facts: Facts = {
          ...manifest,
          cdn,
          api: `${demo.origin}/api/v1`,
          fallback: '',
          height: 240,
          at: undefined,
          options: [],
        };
        const of = (key: string, otherwise: string) =>
          new RegExp(`${key}="([^"]+)"`).exec(attributes)?.[1] ?? otherwise;
        const choice: Choice = {
          widget: name.split(' ')[0] ?? '',
          cdn,
          api: facts.api,
          area: of('area', ''),
          indicators: [of('indicator', 'members')],
          campaign: of('campaign', ''),
          recipe: 'portal',
          lang,
          theme: '',
          system: '',
          width: 360,
          options: {},
        };
        const lines = codeOf('head', choice, facts);
        assert.match(lines, /integrity="sha384-/);
        const { steps, twice } = await stepsOf(codeOf('tag', choice, facts), lines, 1);
        assert.deepEqual(twice, []);
        assert.ok(steps.length <= 1, steps.map((step) => step.join(' ')).join('\n'));
        // What a line asks for in vain costs the reader more than it gains.
        const asked = new Set(steps.flat());
        const hrefs = [...lines.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
        assert.equal(asked.size, hrefs.length);
      });
});
