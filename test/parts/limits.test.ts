/** What no office has: the widgets show what fits, say so once, and let the page go on. */
import { expect } from '@open-wc/testing';
import '../../src/register.js';
import { listenToConsole } from '../elements/support.js';

const MEGABYTE = 'Đ'.repeat(1_000_000);
const many = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);
const common = { version: '1', area: 'vn', sources: {} };
const vn = { name: 'Việt Nam', kind: 'country' };

function children(count: number): object {
  return {
    ...common,
    areas: {
      vn,
      ...Object.fromEntries(
        many(count).map((i) => [`x${i}@2025`, { name: `Xã ${i}`, parent: 'vn' }]),
      ),
    },
    indicators: { teams: { name: 'Số tổ', unit: 'tổ' } },
    observations: many(count).map((i) => ({
      area: `x${i}@2025`,
      indicator: 'teams',
      at: '2026',
      value: i,
    })),
  };
}

function history(count: number): object {
  const day = (i: number): string => new Date(Date.UTC(1800, 0, 1 + i)).toISOString().slice(0, 10);
  return {
    ...common,
    areas: { vn },
    indicators: { teams: { name: 'Số tổ' } },
    observations: many(count).map((i) => ({
      area: 'vn',
      indicator: 'teams',
      at: day(i % 20_000),
      value: i,
    })),
  };
}

const DOCUMENTS: readonly (readonly [
  what: string,
  tag: string,
  attributes: string,
  document: object,
])[] = [
  [
    'a name of a megabyte',
    'kpi-card',
    'indicator="teams"',
    { ...history(1), indicators: { teams: { name: MEGABYTE, unit: MEGABYTE } } },
  ],
  [
    'a name of a megabyte in a sentence',
    'stat',
    'indicator="teams" unit',
    { ...history(1), indicators: { teams: { name: MEGABYTE, unit: MEGABYTE } } },
  ],
  ['50,000 areas in an order', 'ranking', 'indicator="teams" limit="0"', children(50_000)],
  ['50,000 areas on a map', 'coverage-map', 'indicator="teams"', children(50_000)],
  ['100,000 figures on a card', 'kpi-card', 'indicator="teams"', history(100_000)],
  ['100,000 figures in a trend', 'trend', 'indicator="teams"', history(100_000)],
  [
    '3,000 indicators in a ranking',
    'ranking',
    `indicator="teams ${many(3000)
      .map((i) => `k${i}`)
      .join(' ')}"`,
    children(10),
  ],
  [
    '3,000 indicators in a trend',
    'trend',
    `indicator="${many(3000)
      .map((i) => `k${i}`)
      .join(' ')}"`,
    {
      ...common,
      areas: { vn },
      indicators: {},
      observations: many(6000).map((i) => ({
        area: 'vn',
        indicator: `k${i % 3000}`,
        at: String(2000 + (i > 2999 ? 1 : 0)),
        value: i,
      })),
    },
  ],
  [
    '5,000 class breaks',
    'coverage-map',
    `indicator="teams" breaks="${many(5000).join(' ')}"`,
    children(40),
  ],
  [
    '20,000 goals',
    'campaign-tracker',
    '',
    {
      ...common,
      id: 'a',
      name: 'A',
      start: '2022-06-01',
      end: '2022-08-31',
      areas: { vn },
      indicators: { teams: { name: 'Số tổ' } },
      goals: many(20_000).map(() => ({ indicator: 'teams', target: 5 })),
      observations: [],
    },
  ],
  [
    '20,000 services',
    'service-guide',
    '',
    {
      ...common,
      areas: { vn },
      observations: [],
      services: many(20_000).map((i) => ({ id: `s${i}`, name: `Việc ${i}` })),
    },
  ],
  [
    '100,000 teams',
    'team-roster',
    '',
    {
      ...common,
      areas: { vn },
      observations: [],
      teams: many(100_000).map((i) => ({
        id: `t${i}`,
        name: `Tổ ${i}`,
        level: 'hamlet',
        area: 'vn',
      })),
    },
  ],
];

describe('beyond the limits of docs/api.md', () => {
  for (const [what, tag, attributes, document] of DOCUMENTS)
    it(`${what}: the widget draws what fits`, async function () {
      const console = listenToConsole();
      const box = window.document.createElement('div');
      box.style.width = '360px';
      window.document.body.append(box);
      try {
        box.innerHTML = `<tcns-${tag} ${attributes}></tcns-${tag}>`;
        const widget = box.firstElementChild as HTMLElement & {
          data: unknown;
          updateComplete: Promise<unknown>;
        };
        widget.data = document;
        let longest = 0;
        const drawn = (): boolean => widget.shadowRoot!.textContent.trim() !== '';
        for (let i = 0; i < 10 || (!drawn() && i < 300); i++) {
          const before = performance.now();
          await widget.updateComplete;
          await new Promise((done) => setTimeout(done, 20));
          longest = Math.max(longest, performance.now() - before);
        }
        const { width, height } = widget.getBoundingClientRect();
        expect(height, `${what} is ${height} px high`).to.be.lessThan(100_000);
        expect(width).to.be.lessThan(380);
        expect(drawn()).to.equal(true);
        expect(widget.shadowRoot!.querySelectorAll('*').length).to.be.lessThan(30_000);
        // A slow and busy machine, with room to spare: without limits these are minutes there.
        expect(longest, `${what} took ${Math.round(longest)} ms`).to.be.lessThan(20_000);
        const said = console.said.filter((text) => /limit|drawn/.test(text));
        expect(said.every((text, i) => said.indexOf(text) === i)).to.equal(true);
        window.console.debug(`${what}: ${Math.round(longest)} ms, ${Math.round(height)} px`);
      } finally {
        console.stop();
        box.remove();
      }
    });
});
