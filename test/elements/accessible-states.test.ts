/** axe finds nothing in any state of the nine widgets, light and dark. The widgets of a state stand in one box. */
import { expect } from '@open-wc/testing';
import '../../src/register.js';
import { WIDGETS } from '../../src/api/widget-catalogue.js';
import { forgetAll } from '../data/kept.js';
import { CASES } from './every-widget.support.js';
import { all, press, settle, stateOf, texts, until, type Element } from './trend.support.js';
import { boxOf } from './support.js';

type Documents = (name: string) => unknown;
type Act = (widget: Element) => Promise<void>;

const MENU = /^(Tùy chọn cho|Options for)/;
const EMBED = /^(Nhúng|Embed)$/;
const isInline = (widget: Element) => widget.localName === 'tcns-stat';
const answered = (widget: Element) =>
  until(() => stateOf(widget) !== 'waiting', `an answer for ${widget.localName}`);

/** The document of a widget, as it is served: what a test changes is a copy. */
const made: Documents = (name) => JSON.parse(JSON.stringify(CASES[name]!.document()));

type Item = Record<string, unknown>;
/** The document with each of its figures, and each of its sources, changed. */
const changed =
  (figure: Item, source: Item): Documents =>
  (name) => {
    const document = made(name) as { observations?: Item[]; sources?: Record<string, Item> };
    document.observations?.forEach((one) => Object.assign(one, figure));
    Object.values(document.sources ?? {}).forEach((one) => Object.assign(one, source));
    return document;
  };

const openMenu: Act = async (widget) => {
  if (isInline(widget)) {
    all(widget, 'button')[0]?.click();
    return settle(widget);
  }
  await press(widget, MENU);
  await until(
    () => texts(widget, '[part=menu] li').some((item) => item.includes('1200 × 630')),
    `the late choices of ${widget.localName}`,
  );
};
const openShare: Act = async (widget) => {
  if (isInline(widget)) return;
  await openMenu(widget);
  // A widget in a dashboard follows it, so its code alone would show something else.
  if (!texts(widget, '[part=menu] li').some((item) => EMBED.test(item))) return;
  await press(widget, EMBED);
  await until(() => all(widget, 'textarea, pre, code').length, `the code of ${widget.localName}`);
};
const openTable: Act = async (widget) => {
  if (isInline(widget)) return;
  await openMenu(widget);
  const [item] = all(widget, '[part=menu] button').filter(({ textContent }) =>
    /bảng|table/i.test(textContent),
  );
  if (!item) return;
  item.click();
  await until(() => all(widget, 'table').length, `the table of ${widget.localName}`);
};
const grewOld: Act = async (widget) => {
  window.fetch = () => Promise.resolve(new Response('', { status: 404 }));
  await widget.reload();
  expect(stateOf(widget)).to.equal('stale');
};

const nothing = async (): Promise<void> => undefined;

/** What is served, and what is then done to each widget. `undefined` is no answer, `null` is 404. */
const STATES: Readonly<Record<string, { serves: Documents; then?: Act; waits?: true }>> = {
  loading: { serves: () => undefined, waits: true },
  empty: { serves: (name) => CASES[name]!.empty() },
  failed: { serves: () => null },
  stale: { serves: made, then: grewOld },
  sample: { serves: changed({}, { sample: true }) },
  corrected: {
    serves: changed({ corrected: { at: '2026-11-20', was: 1, reason: 'Đếm nhầm.' } }, {}),
  },
  'its table open': { serves: made, then: openTable },
  'its menu open': { serves: made, then: openMenu },
  'its embed code open': { serves: made, then: openShare },
};

function answers(serves: Documents): typeof fetch {
  return (input) => {
    const name = /figures\/([\w-]+)\.json$/.exec(
      input instanceof Request ? input.url : String(input),
    )?.[1];
    const document = name ? serves(name) : null;
    if (document === undefined) return new Promise(() => undefined);
    return Promise.resolve(
      document === null ? new Response('', { status: 404 }) : Response.json(document),
    );
  };
}

/** A widget with its document, at an address of its own, because equal addresses are asked once; of a dashboard the widget in it has one. */
function tagOf(name: string, theme: string, language: string, at: string): string {
  const { attributes, inside } = CASES[name]!;
  const source = `src="${at}/figures/${name}.json"`;
  const look = `theme="${theme}" lang="${language}"`;
  const content = inside
    ? `<${inside.tag} ${source} area="44@2025" ${inside.attributes} ${look}></${inside.tag}>`
    : '';
  return `<tcns-${name} ${inside ? '' : source} ${attributes} ${look}>${content}</tcns-${name}>`;
}

describe('axe finds nothing in a widget', () => {
  const { fetch } = window;
  beforeEach(forgetAll);
  afterEach(() => {
    window.fetch = fetch;
  });

  for (const [state, { serves, then = nothing, waits }] of Object.entries(STATES))
    for (const [theme, language] of [
      ['light', 'vi'],
      ['dark', 'en'],
    ] as const)
      it(`${state}, ${theme}`, async function () {
        window.fetch = answers(serves);
        const box = await boxOf(700);
        box.innerHTML = WIDGETS.map(
          (name) =>
            `<div>${tagOf(name, theme, language, `/${encodeURIComponent(state)}-${theme}`)}</div>`,
        ).join('');
        const widgets = [...box.querySelectorAll<Element>('[src]')];
        expect(widgets).to.have.length(WIDGETS.length);
        for (const widget of widgets) {
          if (!waits) await answered(widget);
          await settle(widget);
        }
        for (const widget of widgets) await then(widget);
        // A placeholder appears after a while; what fades in has no contrast yet.
        for (const widget of widgets)
          widget.shadowRoot!.getAnimations().forEach((animation) => animation.finish());
        await expect(box).to.be.accessible();
      });
});
