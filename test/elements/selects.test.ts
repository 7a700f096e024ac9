/** The lists to choose from of all widgets: what is chosen is always read whole. */
import { expect } from '@open-wc/testing';
import '../../src/register.js';
import { sampleWards } from '../../tools/sample/sample-teams.js';
import { nation2008, observe } from '../support/fixtures/map-areas.js';
import { communes, national } from '../support/fixtures/trend.js';
import { eachApi } from '../data/faulty-api.js';
import { withReports } from './campaign-tracker.support.js';
import { filesFrom } from './files-from.js';
import { press, put, settle, until, type Element as Widget } from './trend.support.js';

const LONG = 'Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và giải quyết trực tuyến toàn trình, ';
const WIDTHS = [180, 260, 360, 560, 800, 1200];

type Named = { indicators?: object };

/** A document whose indicators have names that are longer than a narrow widget. */
function withLongNames<D extends Named>(document: D): D {
  for (const one of Object.values(document.indicators ?? {}) as { name: Record<string, string> }[])
    one.name = { vi: LONG + one.name['vi']!.toLowerCase() };
  return document;
}

const nation = () => {
  const document = withLongNames(nation2008());
  document.observations.push(
    ...observe({ '48@2008': { value: 5, at: '2022-06' } }),
    ...observe({ '48@2008': 15, '45@2008': 3 }, 'teams'),
  );
  return document;
};

const wards = () => {
  const document = sampleWards();
  for (const [id, area] of Object.entries(document.areas as Record<string, object>))
    Object.assign(area, { name: `Xã Nông trường Việt Trung và vùng lân cận ${id}` });
  return document;
};

const all = <E extends HTMLElement>(widget: HTMLElement, selector: string): E[] => [
  ...widget.shadowRoot!.querySelectorAll<E>(selector),
];

/** What is wrong with the lists of a widget, in words. */
function faultsOf(widget: HTMLElement): string[] {
  return all<HTMLSelectElement>(widget, 'select').flatMap((select) => {
    const chosen = select.nextElementSibling as HTMLElement;
    const text = select.selectedOptions[0]?.text.trim();
    const [over, under] = [chosen, select].map((one) => one.getBoundingClientRect());
    const range = document.createRange();
    range.selectNodeContents(chosen);
    const words = range.getBoundingClientRect();
    const box = widget.getBoundingClientRect();
    return [
      chosen.textContent.trim() === text ? '' : `says "${chosen.textContent}", not "${text}"`,
      words.width > 0 && words.left >= over!.left + 8 && words.right <= over!.right - 20
        ? ''
        : `"${text}" is cut at the side`,
      words.top >= over!.top && words.bottom <= over!.bottom ? '' : `"${text}" is cut below`,
      (['left', 'right', 'top', 'bottom'] as const).every(
        (side) => Math.abs(over![side] - under![side]) < 1,
      )
        ? ''
        : `"${text}" does not lie on its list`,
      under!.right <= box.right + 1 ? '' : `"${text}" leaves the widget`,
    ].filter(Boolean);
  });
}

describe('the lists to choose from', () => {
  const api = eachApi(national);
  filesFrom('https://cdn.example/tcns/0.1.0/');

  const CASES: readonly (readonly [markup: string, make: () => unknown, lists: number])[] = [
    [
      '<tcns-coverage-map area="vn@2008" indicator="coverage teams"></tcns-coverage-map>',
      nation,
      2,
    ],
    [
      '<tcns-trend area="vn" indicator="teams members"></tcns-trend>',
      () => withLongNames(national()),
      1,
    ],
    [
      '<tcns-ranking area="44@2025" indicator="coverage.hamlet dossier.overdue"></tcns-ranking>',
      () => withLongNames(communes()),
      1,
    ],
    ['<tcns-campaign-tracker></tcns-campaign-tracker>', () => withLongNames(withReports()), 1],
    ['<tcns-team-roster></tcns-team-roster>', wards, 2],
  ];

  for (const [markup, make, lists] of CASES)
    it(`show all that is chosen, at every width: ${markup.split(/[ >]/)[0]!}>`, async () => {
      const widget = await put<Widget>(markup, 800);
      widget.data = make();
      await until(() => all(widget, 'select').length >= lists, 'the lists');
      const faults: string[] = [];
      for (const width of WIDTHS) {
        widget.parentElement!.style.width = `${width}px`;
        await settle(widget);
        for (const select of all<HTMLSelectElement>(widget, 'select'))
          for (const { value } of [...select.options].slice(-2)) {
            select.value = value;
            select.dispatchEvent(new Event('change', { bubbles: true }));
            await settle(widget);
            faults.push(...faultsOf(widget).map((fault) => `${width} px: ${fault}`));
          }
      }
      expect(faults).to.deep.equal([]);
      await expect(widget).to.be.accessible();
    });

  it('show all that is chosen in the panel of the embed code', async () => {
    const widget = await put<Widget>(
      `<tcns-kpi-card api="${api.base()}" area="vn" indicator="teams"></tcns-kpi-card>`,
      180,
    );
    widget.data = national();
    await settle(widget);
    await press(widget, /^Tùy chọn/);
    await until(() => /Nhúng/.test(widget.shadowRoot!.textContent ?? ''), 'the choices');
    await press(widget, 'Nhúng');
    await until(() => all(widget, 'select').length === 1, 'the list of forms');
    await settle(widget);
    expect(faultsOf(widget)).to.deep.equal([]);
  });
});
