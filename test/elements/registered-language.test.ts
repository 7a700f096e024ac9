/** A language that a page registers with all keys: no word of another language is left in any widget. */
import { expect } from '@open-wc/testing';
import '../../src/register.js';
import { WIDGETS } from '../../src/api/widget-catalogue.js';
import { nationPages, sampleWards } from '../../tools/sample/sample-teams.js';
import { faultyApi } from '../data/faulty-api.js';
import { forgetAll } from '../data/kept.js';
import { binhPhuoc, running } from '../support/fixtures/campaign.js';
import { communes as manyCommunes, nation2008, nation2025 } from '../support/fixtures/map-areas.js';
import { corrected, empty, forms, pinned } from '../support/fixtures/observations.js';
import { services } from '../support/fixtures/services.js';
import { communes, gaps, national, officialOrder, ranges } from '../support/fixtures/trend.js';
import { filesFrom } from './files-from.js';
import {
  LANGUAGE,
  foreignWords,
  hasText,
  inCyrillic,
  register,
  wordsIn,
} from './registered-language.support.js';
import { listenToConsole } from './support.js';
import { all, becomes, put, settle, until, type Element as Widget } from './trend.support.js';

/** A widget in one state: its attributes and its document. */
interface Case {
  readonly attributes: string;
  readonly data: unknown;
}

const figures = Object.values(forms).map((form) => form());
const indicatorOf = (doc: { observations: readonly { indicator: string }[] }) =>
  `indicator="${doc.observations[0]?.indicator ?? 'teams'}"`;
const oneFigure: readonly Case[] = [
  ...figures.map((data) => ({ attributes: indicatorOf(data), data })),
  { attributes: 'indicator="teams" at="2024"', data: pinned() },
  { attributes: 'indicator="teams" at="2023-01/2023-06"', data: pinned() },
  { attributes: 'indicator="teams"', data: empty() },
];
const ofRate = 'area="44@2025" indicator="coverage.hamlet"';

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'kpi-card': oneFigure,
  stat: oneFigure,
  trend: [
    { attributes: 'indicator="teams members"', data: national() },
    { attributes: 'indicator="teams members"', data: gaps() },
    { attributes: 'indicator="size"', data: ranges() },
    { attributes: 'indicator="dti.rank"', data: officialOrder() },
    { attributes: 'indicator="0"', data: national() },
  ],
  ranking: [
    { attributes: `${ofRate} mark="mau1@2025" limit="2"`, data: communes() },
    { attributes: `${ofRate} order="worst"`, data: communes() },
    { attributes: 'area="44@2025" indicator="members"', data: communes() },
    { attributes: 'indicator="dti.rank"', data: officialOrder() },
    { attributes: 'area="44@2025" indicator="0"', data: communes() },
  ],
  'coverage-map': [
    { attributes: 'indicator="coverage" area="vn@2008"', data: nation2008() },
    { attributes: 'indicator="coverage" area="vn@2025"', data: nation2025() },
    { attributes: 'indicator="coverage" area="vn@2025" layout="tiles"', data: nation2025() },
    { attributes: 'indicator="coverage" area="48@2025"', data: manyCommunes('48@2025', 12) },
    { attributes: 'indicator="0" area="vn@2025"', data: nation2025() },
  ],
  'campaign-tracker': ['full', 'compact', 'headline'].flatMap((view) => [
    { attributes: `view="${view}"`, data: running() },
    { attributes: `view="${view}"`, data: binhPhuoc() },
    {
      attributes: `view="${view}"`,
      data: { ...running(), start: '2090-01-01', end: '2090-12-31' },
    },
    { attributes: `view="${view}"`, data: { ...running(), end: '2090-12-31' } },
  ]),
  'service-guide': [
    { attributes: '', data: services() },
    { attributes: '', data: { ...services(), services: [] } },
  ],
  'team-roster': [
    { attributes: '', data: sampleWards() },
    { attributes: 'view="finder"', data: sampleWards() },
    { attributes: '', data: nationPages({ teams: 300, communes: 20, pageSize: 1000 })[0] },
    { attributes: 'view="cards"', data: sampleWards() },
    { attributes: 'plain', data: sampleWards() },
    { attributes: '', data: { ...sampleWards(), teams: [] } },
  ],
  dashboard: [],
};

/** Draws, and waits two frames for what is drawn late: legends, tables, further code. */
async function drawn(widget: Widget): Promise<void> {
  await settle(widget);
  await widget.updateComplete;
}

/** The buttons, choices and fields of a widget, also inside the widgets in it. */
function controls(root: ParentNode): HTMLElement[] {
  const own = [...root.querySelectorAll<HTMLElement>('button, summary, select, input')];
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? controls(shadowRoot) : [],
  );
  return [...own, ...inner];
}

async function use(control: HTMLElement, widget: Widget, note: () => void): Promise<void> {
  if (control instanceof HTMLSelectElement) {
    for (let i = 0; i < Math.min(4, control.options.length); i++) {
      control.selectedIndex = i;
      control.dispatchEvent(new Event('change', { bubbles: true }));
      await drawn(widget);
      note();
    }
    return;
  }
  if (control instanceof HTMLInputElement && /search|text/.test(control.type)) {
    for (const value of ['а', 'ннннн', '']) {
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await drawn(widget);
      note();
    }
    return;
  }
  control.click();
  await drawn(widget);
  note();
}

/** Everything that a widget shows while a reader uses each of its controls once. */
async function wordsWhileUsed(widget: Widget, most = 40): Promise<string[]> {
  const words = new Set<string>();
  const note = () => wordsIn(widget.shadowRoot!).forEach((text) => words.add(text));
  note();
  for (let i = 0; i < most; i++) {
    const control = controls(widget.shadowRoot!)[i];
    if (!control) break;
    await use(control, widget, note);
  }
  return [...words];
}

/** Keeps downloads, printing and links from leaving the test; their texts are looked at too. */
function catchExports(): { files: Blob[]; stop: () => void } {
  const files: Blob[] = [];
  const { click } = HTMLAnchorElement.prototype;
  const { createObjectURL } = URL;
  const { print } = window;
  URL.createObjectURL = (object) => {
    files.push(object as Blob);
    return createObjectURL.call(URL, object);
  };
  HTMLAnchorElement.prototype.click = () => undefined;
  window.print = () => undefined;
  return {
    files,
    stop: () => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
      window.print = print;
    },
  };
}

const VIETNAMESE = /[ăâđêôơư\u1ea0-\u1ef9]/i;

describe('a language registered with all keys', () => {
  let exports: ReturnType<typeof catchExports>;
  before(register);
  beforeEach(async () => {
    await forgetAll();
    exports = catchExports();
  });
  afterEach(() => exports.stop());

  it('is looked at in every widget', () => {
    expect(Object.keys(CASES).sort()).to.deep.equal([...WIDGETS].sort());
  });

  for (const [name, cases] of Object.entries(CASES)) {
    const tag = `tcns-${name}`;

    cases.forEach(({ attributes, data }, i) =>
      it(`leaves no other word in <${tag} ${attributes}>, document ${i + 1}`, async function () {
        this.timeout(180_000);
        for (const width of [800, 260]) {
          const widget = await put<Widget>(
            `<${tag} lang="${LANGUAGE}" ${attributes}></${tag}>`,
            width,
          );
          widget.data = inCyrillic(data);
          await drawn(widget);
          expect(foreignWords(await wordsWhileUsed(widget)), `${width} px`).to.deep.equal([]);
          widget.remove();
        }
        for (const file of exports.files)
          if (/text|svg/.test(file.type)) expect(await file.text()).not.to.match(VIETNAMESE);
      }),
    );

    it(`leaves no other word in <${tag}> while it waits, fails or grows old`, async function () {
      const [one] = cases;
      if (!one) return;
      const api = await faultyApi(inCyrillic(one.data));
      const ask = (behaviour: string) =>
        put<Widget>(
          `<${tag} lang="${LANGUAGE}" ${one.attributes} src="${api.url(behaviour)}"></${tag}>`,
        );
      const waiting = await ask('hang');
      await settle(waiting);
      expect(foreignWords(wordsIn(waiting.shadowRoot!)), 'waiting').to.deep.equal([]);
      for (const behaviour of ['404', 'wrong-version', 'not-json']) {
        const failed = await ask(behaviour);
        await becomes(failed, 'failed');
        expect(foreignWords(wordsIn(failed.shadowRoot!)), behaviour).to.deep.equal([]);
      }
      const old = await ask('ok');
      await becomes(old, 'ready');
      await api.mode('404');
      await old.reload();
      await drawn(old);
      expect(foreignWords(await wordsWhileUsed(old, 8)), 'stale').to.deep.equal([]);
      const unsourced = await put<Widget>(`<${tag} lang="${LANGUAGE}"></${tag}>`);
      await becomes(unsourced, 'failed');
      expect(foreignWords(wordsIn(unsourced.shadowRoot!)), 'unsourced').to.deep.equal([]);
    });
  }

  it('leaves no other word in a dashboard and the widgets in it', async function () {
    this.timeout(180_000);
    const api = await faultyApi(inCyrillic(communes()));
    const board = await put<Widget>(
      `<tcns-dashboard lang="${LANGUAGE}" api="${api.base()}" area="44@2025">
        <tcns-coverage-map indicator="coverage.hamlet" layout="tiles"></tcns-coverage-map>
        <tcns-kpi-card indicator="coverage.hamlet"></tcns-kpi-card>
        <tcns-ranking indicator="coverage.hamlet"></tcns-ranking>
        <tcns-trend indicator="coverage.hamlet"></tcns-trend>
      </tcns-dashboard>`,
      800,
    );
    for (const inside of board.querySelectorAll<HTMLElement>(':scope > *'))
      await becomes(inside, 'ready');
    const ranking = board.querySelector<Widget>('tcns-ranking')!;
    const words = await wordsWhileUsed(ranking, 6);
    await drawn(board);
    expect(foreignWords([...words, ...wordsIn(board)])).to.deep.equal([]);
    expect(foreignWords(await wordsWhileUsed(board, 6))).to.deep.equal([]);
  });

  it('is complete: nothing is named on the console', async () => {
    const { said, stop } = listenToConsole();
    register();
    await put(`<tcns-kpi-card lang="${LANGUAGE}"></tcns-kpi-card>`);
    stop();
    expect(said.filter((line) => line.includes('has no text for'))).to.deep.equal([]);
  });
});

describe('a language registered with all keys, in what loads late', () => {
  before(register);
  filesFrom('https://cdn.example/tcns/0.1.0/');

  const show = async (tag: string, attributes: string, data: unknown): Promise<Widget> => {
    const widget = await put<Widget>(
      `<${tag} lang="${LANGUAGE}" api="/api/v1" ${attributes}></${tag}>`,
      700,
    );
    widget.data = inCyrillic(data);
    await becomes(widget, 'ready');
    return widget;
  };
  const seen = (widget: Widget, key: Parameters<typeof hasText>[1]) =>
    until(() => hasText(widget.shadowRoot!, key), key);
  const others = (widget: Widget) => foreignWords(wordsIn(widget.shadowRoot!));

  /** Opens the menu, and takes the choice with a text. */
  async function choose(widget: Widget, key: Parameters<typeof hasText>[1]): Promise<void> {
    await until(() => all(widget, '[part=menu-button]').length, 'the menu');
    all(widget, '[part=menu-button]')[0]!.click();
    await seen(widget, 'sharePng');
    expect(others(widget), 'menu').to.deep.equal([]);
    all(widget, '[part=menu] button')
      .find((item) => hasText(item, key))!
      .click();
    await widget.updateComplete;
  }

  const menus: readonly (readonly [string, string, () => unknown, boolean])[] = [
    ['tcns-kpi-card', indicatorOf(corrected()), corrected, false],
    ['tcns-coverage-map', 'indicator="coverage" area="vn@2008"', nation2008, true],
    ['tcns-trend', 'indicator="teams members"', national, true],
    ['tcns-ranking', 'indicator="dti.rank"', officialOrder, false],
  ];
  for (const [tag, attributes, data, prints] of menus)
    it(`leaves no other word in the menu, the code, the table and the print of <${tag}>`, async function () {
      this.timeout(180_000);
      const widget = await show(tag, attributes, data());
      await choose(widget, 'embed');
      await until(() => all(widget, '.share textarea').length, 'the code');
      await seen(widget, 'embedHint');
      expect(others(widget), 'code').to.deep.equal([]);
      await choose(widget, 'table');
      await seen(widget, 'columnSource');
      expect(others(widget), 'table').to.deep.equal([]);
      if (!prints) return;
      await choose(widget, tag === 'tcns-trend' ? 'chartBack' : 'mapBack');
      await until(() => {
        dispatchEvent(new Event('beforeprint'));
        return all(widget, '.paper table').length;
      }, 'the table on paper');
      expect(others(widget), 'print').to.deep.equal([]);
      dispatchEvent(new Event('afterprint'));
    });

  it('leaves no other word in a correction, a search, and what was added up', async function () {
    this.timeout(180_000);
    const card = await show('tcns-kpi-card', indicatorOf(corrected()), corrected());
    await seen(card, 'correctedFrom');
    expect(others(card), 'correction').to.deep.equal([]);
    const map = await show('tcns-coverage-map', 'indicator="teams" edition="2025"', nation2008());
    await seen(map, 'rolledUp');
    expect(others(map), 'added up').to.deep.equal([]);
    const box = map.shadowRoot!.querySelector('input')!;
    box.focus();
    await until(() => {
      box.value = 'ннннн';
      box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      return hasText(map.shadowRoot!, 'noMatch');
    }, 'the search');
    expect(others(map), 'search').to.deep.equal([]);
  });
});
