/**
 * Every fact of the articles that is not mere context is shown by a widget on a page of the demo:
 * figures by their wording, area and indicator (test/facts/facts.json), the others by their words
 * or indicator (test/facts/shown.json), of a certain widget where they name it.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Envelope, Observation } from '../../src/api/figures.ts';
import { areaName } from '../../src/i18n/area-names.ts';
import { canonicalAreaId } from '../../src/domain/editions.ts';
import { isMissing } from '../../src/domain/observations.ts';
import { figureText, type Wording } from '../../src/i18n/figures.ts';
import { translator } from '../../src/i18n/translator.ts';
import { API_FOLDER, readDocuments } from '../../tools/generate/make-bundle.ts';
import { launch, openPage, startDemo, type RunningServer } from '../support/browser.js';

const PAGES = [
  'article.html',
  'campaign.html',
  'dashboard.html',
  'finder.html',
  'live.html',
  'map.html',
  'portal.html',
  'roster.html',
];
/** "tcns-team-roster 128@2008: words", "words". */
const OF_A_WIDGET = /^(tcns-[a-z-]+) (\S+): (.+)$/;
const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../facts/${name}`, import.meta.url), 'utf8'));

type Fact = Omit<Observation, 'indicator'> & { id: string; metric: string; documents: string[] };
const { facts, excluded } = json('facts.json') as {
  facts: Fact[];
  excluded: Record<string, string>;
};
const { words, context } = json('shown.json') as {
  words: Record<string, string[]>;
  context: Record<string, string>;
};
const documents = readDocuments(API_FOLDER) as Record<string, Envelope>;
const vi: Wording = { language: 'vi', t: translator('vi') };
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

interface Shown {
  readonly page: string;
  readonly tag: string;
  /** The area or campaign by which its tag names what it is about. */
  readonly subject: string;
  readonly area: string;
  readonly indicators: readonly string[];
  readonly text: string;
}

/** Every widget of a page with all that it says, to the eye and to a screen reader. */
async function widgetsOf(browser: Browser, origin: string, path: string): Promise<Shown[]> {
  const { page, close } = await openPage(browser);
  await page.addInitScript(() => {
    const loaded = new Set<EventTarget | null>();
    Object.assign(window, { loaded });
    addEventListener('tcns-load', ({ target }) => loaded.add(target), true);
  });
  await page.goto(`${origin}/${path}`, { waitUntil: 'networkidle' });
  // A quiet network is not enough on a busy machine: the answers may still wait to be drawn.
  await page.waitForFunction(() => {
    const { loaded } = window as unknown as { loaded: Set<EventTarget> };
    return [...document.querySelectorAll('*')].every(
      (one) => !/^tcns-(?!dashboard)/.test(one.localName) || loaded.has(one),
    );
  });
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => element.localName.startsWith('tcns-') && element.shadowRoot)
      .map((widget) => {
        const root = widget.shadowRoot as ShadowRoot;
        const labels = [...root.querySelectorAll('[aria-label]')].map((e) =>
          e.getAttribute('aria-label'),
        );
        const said = [...root.children]
          .filter((e) => e.localName !== 'style')
          .map((e) => e.textContent);
        return {
          tag: widget.localName,
          subject: widget.getAttribute('area') ?? widget.getAttribute('campaign') ?? '',
          area: widget.getAttribute('area') ?? '',
          indicators: (widget.getAttribute('indicator') ?? '').split(/\s+/),
          text: [...said, ...labels].join(' '),
        };
      }),
  );
  await close();
  return found.map((widget) => ({ ...widget, page: path, text: plain(widget.text) }));
}

/** Whether a widget shows a figure: of its indicator, its area, in its words. */
function shows(widget: Shown, { metric, area, documents: [path = ''], ...o }: Fact): boolean {
  const document = documents[path];
  if (!widget.indicators.includes(metric) || !document) return false;
  const place = document.areas[area];
  const own = canonicalAreaId(widget.area) === area;
  if (!own && !(place && widget.text.includes(plain(areaName(place, 'vi', o.at))))) return false;
  const observation = { ...o, area, indicator: metric };
  return widget.text.includes(
    plain(
      isMissing(observation)
        ? vi.t('missingInText')
        : figureText(observation, document.indicators[metric], vi, false),
    ),
  );
}

describe('the facts of the articles', () => {
  let browser: Browser;
  let server: RunningServer;
  let shown: Shown[];
  before(async () => {
    [browser, server] = await Promise.all([launch(), startDemo()]);
    shown = [];
    for (const path of PAGES) shown.push(...(await widgetsOf(browser, server.origin, path)));
  });
  after(async () => {
    await Promise.all([browser.close(), server.close()]);
  });

  it('are 202, each in one list', () => {
    const ids = [
      ...new Set(facts.map(({ id }) => id)),
      ...[excluded, words, context].flatMap((list) => Object.keys(list)),
    ];
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(ids.length, 202);
  });

  it('are readable through a widget: 175 of the 202, as docs/facts.md counts them', () => {
    const read = new Set([...facts.map(({ id }) => id), ...Object.keys(words)]);
    assert.ok(read.size >= 175, `${read.size} facts`);
    const page = readFileSync(new URL('../../docs/facts.md', import.meta.url), 'utf8').replace(
      /\s+/g,
      ' ',
    );
    assert.match(page, new RegExp(`\\(${new Set(facts.map(({ id }) => id)).size} facts\\)`));
    assert.match(page, new RegExp(`the other ${Object.keys(words).length} are shown`));
  });

  it('carry words of the article alone in their notes, no remark of the project', () => {
    const notes = Object.entries(documents).flatMap(([path, { observations = [] }]) =>
      observations.flatMap(({ note }) => (note ? [`${path}: ${JSON.stringify(note)}`] : [])),
    );
    assert.ok(notes.length > 0);
    for (const said of notes) assert.doesNotMatch(said, /nguồn|có chỗ|the source|elsewhere/i);
  });

  it('left as context stand in docs/facts.md with their reason', () => {
    const page = readFileSync(new URL('../../docs/facts.md', import.meta.url), 'utf8');
    for (const id of Object.keys({ ...context, ...excluded })) {
      assert.match(page, new RegExp(`^\\| ${id} +\\| .+ \\| .{10,} \\|$`, 'm'));
    }
    for (const id of Object.keys(words)) assert.doesNotMatch(page, new RegExp(`\\| ${id} `));
  });

  for (const fact of facts)
    it(`${fact.id} ${fact.metric} of ${fact.area} is shown`, () => {
      assert.ok(
        shown.some((widget) => shows(widget, fact)),
        `no widget on ${PAGES.join(', ')}`,
      );
    });

  for (const [id, said] of Object.entries(words))
    it(`${id} is shown: ${said.join(', ')}`, () => {
      for (const text of said) {
        const key = /^indicator:(.+)/.exec(text)?.[1];
        const [, tag, subject, its = text] = OF_A_WIDGET.exec(text) ?? [];
        const found = shown.some((widget) =>
          key
            ? widget.indicators.includes(key) && /\d/.test(widget.text)
            : (!tag || (widget.tag === tag && widget.subject === subject)) &&
              widget.text.includes(plain(its)),
        );
        assert.ok(found, text);
      }
    });
});
