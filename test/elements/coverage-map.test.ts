/* eslint-disable @typescript-eslint/no-floating-promises -- chai-a11y-axe types every assertion as a promise */
/** The map of an area's children. Hoàng Sa and Trường Sa: coverage-map.archipelagos.test.ts. */
import { expect, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { configure } from '../../src/data/settings.js';
import { registerLocale } from '../../src/i18n/translator.js';
import { pictureSvg } from '../../src/parts/picture.js';
import { faultyApi, type FaultyApi } from '../data/faulty-api.js';
import {
  bordersOf,
  collection,
  communeId,
  communes,
  feature,
  nation,
  nation2008,
  nation2025,
  observe,
  provinceIds,
  ring,
} from '../support/fixtures/map-areas.js';
import { watchLeaks } from './leaks.js';
import {
  allByRole,
  byRole,
  isVisible,
  listenToConsole,
  nameOf,
  part,
  textOf,
  until,
} from './support.js';
import {
  activeName,
  becomes,
  choice,
  choose,
  drawn,
  fillOf,
  option,
  options,
  picture,
  pictureOf,
  putMap,
  resize,
  search,
  searchBox,
  selectedNames,
  settle,
  showMap,
  type MapWidget,
} from './map-support.js';

const TAG = 'tcns-coverage-map';
const SCHEMATIC = 'Sơ đồ minh họa, không dùng để xác định địa giới hành chính';
const SCHEMATIC_EN = 'Schematic map; not for determining administrative borders';
const FALLBACK = '<p>Theo tòa soạn: 51/63 tỉnh có tổ</p>';

const press = async (widget: MapWidget, name: string | RegExp): Promise<void> => {
  byRole(widget, 'button', name).click();
  await settle(widget);
};
const notices = (widget: MapWidget): string => part(widget, 'notices') ?? '';
const legend = (widget: MapWidget): string[] =>
  [...widget.shadowRoot!.querySelectorAll('[part~=legend] button')].map(nameOf);
const detail = (widget: MapWidget): string => part(widget, 'detail') ?? '';
const keys = async (widget: MapWidget, ...presses: string[]): Promise<void> => {
  for (const key of presses) {
    await sendKeys({ press: key });
    await settle(widget);
  }
};
/** The keyboard on the picture, as a Tab would bring it. */
const enter = async (widget: MapWidget): Promise<void> => {
  picture(widget).focus();
  await settle(widget);
};
const click = async (widget: MapWidget, element: Element): Promise<void> => {
  element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  await settle(widget);
};
const selections = (widget: MapWidget): [string | null, string][] => {
  const heard: [string | null, string][] = [];
  widget.addEventListener('tcns-select', ({ detail: { area, indicator } }) =>
    heard.push([area, indicator]),
  );
  return heard;
};

describe(TAG, () => {
  let api: FaultyApi;
  beforeEach(async () => {
    api = await faultyApi(nation2008());
  });
  const ask = (
    behaviour = 'ok',
    { inside = '', more = '', width = 700 } = {},
  ): Promise<MapWidget> =>
    putMap(`api="${api.base(behaviour)}" area="vn@2008" indicator="coverage" ${more}`, {
      inside,
      width,
    });
  const drawnFrom = async (behaviour = 'ok', more = ''): Promise<MapWidget> => {
    const widget = await ask(behaviour, { more });
    await drawn(widget);
    return widget;
  };

  describe('states', () => {
    it('waits as a skeleton, then draws', async () => {
      const widget = await ask('slow');
      expect(textOf(widget)).to.equal('Đang tải…');
      expect(widget.shadowRoot!.querySelector('[aria-busy=true]')).not.to.equal(null);
      await drawn(widget);
      expect(widget.shadowRoot!.querySelector('[aria-busy=true]')).to.equal(null);
      expect(options(widget).length).to.equal(63);
    });

    it('keeps its height from waiting to drawn where its own is reserved', async () => {
      for (const width of [360, 700, 1200]) {
        const waiting = await ask('hang', { width });
        const { height } = waiting.getBoundingClientRect();
        expect(height, 'room is kept').to.be.at.least(640);
      }
    });

    it('shows the fallback until the figures are there', async () => {
      const widget = await ask('slow', { inside: FALLBACK });
      expect(isVisible(widget.querySelector('p')!)).to.equal(true);
      expect(textOf(widget)).to.equal('');
      await drawn(widget);
      expect(isVisible(widget.querySelector('p')!)).to.equal(false);
    });

    for (const mode of ['404', 'html-200', 'wrong-version', 'empty'])
      it(`keeps the fallback when it gets ${mode}, and tries again`, async () => {
        const widget = await ask(mode, { inside: FALLBACK });
        await becomes(widget, 'failed');
        expect(isVisible(widget.querySelector('p')!)).to.equal(true);
        expect(pictureOf(widget)).to.equal(null);
        expect(nameOf(byRole(widget, 'status'))).to.equal('Không tải được số liệu. Thử lại');
        await api.mode('ok');
        await press(widget, 'Thử lại');
        await drawn(widget);
        expect(isVisible(widget.querySelector('p')!)).to.equal(false);
      });

    it('keeps the map when a refresh fails, and says how old it is', async () => {
      const widget = await drawnFrom();
      await api.mode('404');
      await widget.reload();
      await settle(widget);
      expect(options(widget).length).to.equal(63);
      expect(part(widget, 'stale')).to.match(/^Chưa cập nhật được\. Đang hiển thị số liệu tải lúc/);
      await api.mode(null);
      await press(widget, 'Thử lại');
      await becomes(widget, 'ready');
      expect(part(widget, 'stale')).to.equal(undefined);
    });

    it('draws a country without figures as one without data', async () => {
      const widget = await showMap(nation({ '48@2008': { value: null } }));
      expect(options(widget).length).to.equal(63);
      expect(
        options(widget).every((o) => /chưa có số liệu$/.test(o.getAttribute('aria-label')!)),
      ).to.equal(true);
      expect(textOf(widget)).to.contain('63/63 địa bàn chưa có số liệu.');
      expect(legend(widget)).to.deep.equal(['chưa có số liệu']);
    });

    it('draws an indicator without figures on the borders of those that have some', async () => {
      const widget = await showMap(nation2008(), 'indicator="coverage rank"');
      await choose(widget, 'Chỉ tiêu', 'rank');
      await until(() => options(widget).length === 63, 'the borders of 2008');
      expect(options(widget).length).to.equal(63);
      expect(textOf(widget)).to.contain('63/63 địa bàn chưa có số liệu.');
    });

    it('drops the late answer of an area that it no longer shows', async () => {
      await api.set(nation2025(), 'observations/vn@2025.json');
      const widget = await ask('slow');
      widget.area = 'vn@2025';
      widget.api = api.base('ok');
      await drawn(widget);
      await until(
        async () => (await api.log()).every(({ ended }) => ended === 'sent'),
        'the late one',
      );
      await settle(widget);
      expect(options(widget).length).to.equal(34);
    });

    it('shows a new document in place of the old one', async () => {
      const widget = await showMap(nation2008());
      widget.data = nation2025();
      await until(() => options(widget).length === 34, 'the map of 2025');
      expect(notices(widget)).not.to.contain('trước ngày 01/7/2025');
    });

    it('fires tcns-load with its document, tcns-error with what happened', async () => {
      const loaded = oneEvent(document, 'tcns-load');
      await ask();
      const { detail: load } = await loaded;
      expect((load.document as { area: string }).area).to.equal('vn');
      const failed = oneEvent(document, 'tcns-error');
      await ask('404');
      const { detail: fault } = await failed;
      expect(fault.error.kind).to.equal('http');
    });
  });

  describe('is accessible', () => {
    for (const [what, attributes, make] of [
      ['borders of 2008', '', nation2008],
      ['borders of 2025 in the dark', 'theme="dark"', nation2025],
      ['tiles', 'layout="tiles"', nation2008],
      ['tiles in the dark', 'layout="tiles" theme="dark"', nation2025],
      ['communes', 'area="44@2025"', () => communes('44@2025', 20)],
      ['many communes', 'area="44@2025"', () => communes('44@2025', 130)],
      ['a mixture', '', () => nation({ '48@2008': 1, '44@2025': 2 })],
    ] as [string, string, () => unknown][])
      it(`showing ${what}`, async () => {
        const widget = await putMap(`indicator="coverage teams" ${attributes}`, {
          data: make(),
          width: 700,
        });
        await until(
          () => pictureOf(widget) ?? widget.shadowRoot!.querySelector('[role=alert]'),
          'it',
        );
        await settle(widget);
        await expect(widget).to.be.accessible();
      });

    it('in English', async () => {
      const widget = await showMap(nation2008(), 'lang="en"');
      await expect(widget).to.be.accessible();
    });

    it('waiting, failed and stale', async () => {
      await expect(await ask('hang')).to.be.accessible();
      const failed = await ask('404', { inside: FALLBACK });
      await becomes(failed, 'failed');
      await expect(failed).to.be.accessible();
      await api.mode('ok');
      const stale = await drawnFrom();
      await api.mode('404');
      await stale.reload();
      await settle(stale);
      await expect(stale).to.be.accessible();
    });

    it('as a table', async () => {
      const widget = await showMap(nation2008());
      await press(widget, 'Bảng');
      await until(() => allByRole(widget, 'table').length === 1, 'the table');
      await expect(widget).to.be.accessible();
    });

    it('with an area chosen, the menu open and the search open', async () => {
      const widget = await showMap(nation2008(), 'drill');
      await click(widget, option(widget, 'Đà Nẵng'));
      await press(widget, /^Tùy chọn cho/);
      await expect(widget).to.be.accessible();
      await search(widget, 'quang');
      await expect(widget).to.be.accessible();
      await search(widget, 'zzzz');
      await expect(widget).to.be.accessible();
    });
  });

  describe('what it says', () => {
    it('names what it shows, its date, its source, and that it is a sample', async () => {
      const widget = await showMap(nation2008());
      expect(nameOf(byRole(widget, 'heading'))).to.equal('Tỷ lệ phủ, cả nước Số liệu minh họa');
      expect(part(widget, 'date')).to.contain('tháng 8/2022');
      expect(part(widget, 'source')).to.equal('Nguồn: Số liệu minh họa');
    });

    it('says the highest, the lowest and how many have no data', async () => {
      const text = textOf(await showMap(nation2008()));
      expect(text).to.contain('Cao nhất: Đà Nẵng (100%).');
      expect(text).to.contain('Thấp nhất: Quảng Trị (0%).');
      expect(text).to.contain('2/63 địa bàn chưa có số liệu.');
    });

    it('says all of it in English', async () => {
      const text = textOf(await showMap(nation2008(), 'lang="en"'));
      expect(text).to.contain('Coverage');
      expect(text).to.contain('Đà Nẵng (100%)').and.to.contain('Quảng Trị (0%)');
      expect(text).to.contain('2');
      expect(text).to.contain(SCHEMATIC_EN);
      expect(text, 'no Vietnamese is left').not.to.match(
        /chưa có|địa bàn|Cao nhất|Nguồn|Bản đồ|từ \d/,
      );
    });

    it('follows the language of the page', async () => {
      const widget = await showMap(nation2008());
      widget.parentElement!.lang = 'en';
      await until(() => textOf(widget).includes(SCHEMATIC_EN), 'English');
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.match(/^Đà Nẵng: /);
      expect(widget.shadowRoot!.querySelector('[lang]')!.getAttribute('lang')).to.equal('en');
      widget.parentElement!.lang = 'vi';
      await until(() => textOf(widget).includes(SCHEMATIC), 'Vietnamese');
    });

    it('each area is named with its figure, or that it has none', async () => {
      const widget = await showMap(nation2008());
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: 100%');
      expect(option(widget, 'Quảng Trị').getAttribute('aria-label')).to.equal('Quảng Trị: 0%');
      for (const name of ['Hà Nội', 'An Giang'])
        expect(option(widget, name).getAttribute('aria-label')).to.equal(
          `${name}: chưa có số liệu`,
        );
    });

    it('keeps the word of an approximation', async () => {
      const widget = await showMap(nation({ '48@2008': { value: 98, approx: '>' }, '45@2008': 1 }));
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: hơn 98%');
    });

    it('names Huế as it was named at the date of the figure', async () => {
      const widget = await showMap(nation({ '46@2008': 5, '45@2008': 7 }));
      expect(option(widget, 'Thừa Thiên Huế').getAttribute('aria-label')).to.contain('5%');
    });

    it('a former province says what it is part of now', async () => {
      const document = nation({ '70@2008': 12, '45@2008': 7 });
      Object.assign(document.areas, nation({ '75@2025': 1 }).areas);
      const widget = await showMap(document);
      await click(widget, option(widget, 'Bình Phước'));
      expect(detail(widget)).to.contain('Bình Phước (cũ)').and.to.contain('12%');
      expect(detail(widget)).to.match(/Nay thuộc (TP\.|tỉnh) Đồng Nai/);
      expect(detail(widget)).to.contain('tháng 8/2022').and.to.contain('Nguồn: ');
    });

    it('it says so where the document does not list the provinces of 2025', async () => {
      const widget = await showMap(nation({ '70@2008': 12, '45@2008': 7 }));
      await click(widget, option(widget, 'Bình Phước'));
      expect(detail(widget)).to.contain('Nay thuộc');
    });

    it('says the pair behind a rate', async () => {
      const widget = await showMap(
        nation({ '48@2008': { value: 100, num: 56, den: 56 }, '45@2008': 1 }),
      );
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(detail(widget)).to.contain('100%').and.to.contain('56/56');
    });

    it('text of the data is only ever text', async () => {
      const evil = '<img src=x onerror="window.__hacked=1">';
      const document = communes('44@2025', 8, [evil]);
      document.indicators['coverage']!.name = evil;
      document.sources['s'] = { title: evil, url: 'javascript:alert(1)' };
      const widget = await showMap(document, 'area="44@2025"');
      await click(widget, options(widget)[0]!);
      expect(textOf(widget)).to.contain(evil);
      expect(widget.shadowRoot!.querySelector('img')).to.equal(null);
      expect(allByRole(widget, 'link').length).to.equal(0);
      expect('__hacked' in window).to.equal(false);
    });

    it('a text that the page registered is not taken back by the next map', async () => {
      registerLocale('vi', { pickHint: 'Hãy chọn một tỉnh.' });
      try {
        const widget = await showMap(nation2008());
        expect(textOf(widget)).to.contain('Hãy chọn một tỉnh.');
      } finally {
        registerLocale('vi', { pickHint: 'Chọn một địa bàn để xem số liệu.' });
      }
    });
  });

  describe('colours', () => {
    it('missing is hatched, zero has the colour of the lowest class', async () => {
      const widget = await showMap(nation2008());
      const zero = fillOf(option(widget, 'Quảng Trị'));
      const missing = fillOf(option(widget, 'Hà Nội'));
      expect(zero).not.to.equal(missing);
      expect(missing).to.equal(fillOf(option(widget, 'An Giang')));
      // The lines of the hatching lie over Hà Nội and An Giang, and over nothing else.
      const hatch = [...picture(widget).querySelectorAll('path')].find(
        (path) =>
          getComputedStyle(path).fill === 'none' &&
          /^M[\d.-]+ [\d.-]+L/.test(path.getAttribute('d')!),
      )!;
      const box = hatch.getBoundingClientRect();
      const of = (name: string) => option(widget, name).getBoundingClientRect();
      expect(box.top).to.be.at.least(of('Hà Nội').top - 1);
      expect(box.bottom).to.be.at.most(of('An Giang').bottom + 1);
      const full = await showMap(nation2025());
      expect(
        [...picture(full).querySelectorAll('path')].some(
          (path) => getComputedStyle(path).fill === 'none',
        ),
        'nothing is missing, nothing is hatched',
      ).to.equal(false);
    });

    it('the legend says the classes without a gap, and no data', async () => {
      const widget = await showMap(nation2008());
      expect(legend(widget)).to.deep.equal([
        'dưới 40',
        'từ 40 đến dưới 60',
        'từ 60 đến dưới 80',
        'từ 80 đến dưới 100',
        '100%',
        'chưa có số liệu',
      ]);
    });

    it('areas of a class have one colour, those of others another', async () => {
      const widget = await showMap(
        nation({ '48@2008': 100, '45@2008': 30, '14@2008': 10, '70@2008': 70 }),
      );
      const colour = (name: string) => fillOf(option(widget, name));
      expect(colour('Quảng Trị')).to.equal(colour('Sơn La'));
      expect(new Set(['Quảng Trị', 'Bình Phước', 'Đà Nẵng', 'Hà Nội'].map(colour)).size).to.equal(
        4,
      );
    });

    it('light and dark have colours of their own', async () => {
      const light = await showMap(nation2008(), 'theme="light"');
      const dark = await showMap(nation2008(), 'theme="dark"');
      for (const name of ['Đà Nẵng', 'Quảng Trị', 'Hà Nội'])
        expect(fillOf(option(light, name))).not.to.equal(fillOf(option(dark, name)));
    });

    it('a page chooses the colours by token', async () => {
      const widget = await showMap(nation2008(), 'style="--tcns-map-5: rgb(1, 2, 3)"');
      expect(fillOf(option(widget, 'Đà Nẵng'))).to.equal('rgb(1, 2, 3)');
    });

    it('the page chooses where classes begin, and their kind', async () => {
      const own = await showMap(nation2008(), 'breaks="50 90"');
      expect(legend(own)).to.deep.equal([
        'dưới 50',
        'từ 50 đến dưới 90',
        'từ 90 trở lên',
        'chưa có số liệu',
      ]);
      const few = nation({ '48@2008': 1, '45@2008': 2, '14@2008': 2 }, 'teams');
      const category = await showMap(few, 'indicator="teams" scale="category"');
      expect(legend(category)).to.deep.equal(['1 tổ', '2 tổ', 'chưa có số liệu']);
      const quantile = await showMap(nation2008(), 'scale="quantile"');
      expect(legend(quantile).length).to.be.greaterThan(3);
    });

    for (const breaks of ['abc', '40, 60', 'NaN', ';'])
      it(`breaks="${breaks}" leave no area without a class`, async () => {
        const widget = await showMap(nation2008(), `breaks="${breaks}"`);
        const missing = fillOf(option(widget, 'Hà Nội'));
        const without = options(widget).filter(
          (o) => !/chưa có số liệu/.test(o.getAttribute('aria-label')!) && fillOf(o) === missing,
        );
        expect(without.map((o) => o.getAttribute('aria-label'))).to.deep.equal([]);
        expect(legend(widget).join()).not.to.contain('NaN');
      });

    it('breaks in no order are put in order', async () => {
      const widget = await showMap(nation2008(), 'breaks="60 40"');
      expect(legend(widget)).to.contain('từ 40 đến dưới 60');
    });

    for (const backwards of [true, false]) {
      const title = `a hole in the borders stays open, wound ${backwards ? 'against' : 'with'} its outline`;
      const run = async () => {
        await api.set(
          collection(
            feature('48@2008', [ring(107, 15, 1), ring(107.4, 15.4, 0.2, backwards)]),
            feature('45@2008', [ring(106, 15, 0.9)]),
          ),
          'geo.json',
        );
        const widget = await showMap(nation2008(), `geo-src="${api.url('ok', 'geo.json')}"`);
        const shape = option(widget, 'Đà Nẵng');
        const box = shape.getBBox();
        const at = (share: number) => {
          const point = picture(widget).createSVGPoint();
          point.x = box.x + box.width * share;
          point.y = box.y + box.height * share;
          return shape.isPointInFill(point);
        };
        expect([at(0.2), at(0.5)]).to.deep.equal([true, false]);
      };
      if (backwards) it(title, run);
      else it(title, run);
    }
  });

  describe('the legend filters', () => {
    const strength = (widget: MapWidget, name: string) =>
      Number(getComputedStyle(option(widget, name)).opacity);

    it('on focus, and lets go on blur', async () => {
      const widget = await showMap(nation2008());
      const entry = byRole(widget, 'button', '100%');
      entry.focus();
      await settle(widget);
      expect(strength(widget, 'Đà Nẵng')).to.equal(1);
      expect(strength(widget, 'Quảng Trị')).to.be.lessThan(0.5);
      expect(strength(widget, 'Hà Nội')).to.be.lessThan(0.5);
      entry.blur();
      await settle(widget);
      expect(strength(widget, 'Quảng Trị')).to.equal(1);
    });

    it('on hover, and shows those without data alone', async () => {
      const widget = await showMap(nation2008());
      const entry = byRole(widget, 'button', 'chưa có số liệu');
      entry.dispatchEvent(new PointerEvent('pointerenter'));
      await settle(widget);
      expect([strength(widget, 'Hà Nội'), strength(widget, 'An Giang')]).to.deep.equal([1, 1]);
      expect(strength(widget, 'Đà Nẵng')).to.be.lessThan(0.5);
      entry.dispatchEvent(new PointerEvent('pointerleave'));
      await settle(widget);
      expect(strength(widget, 'Đà Nẵng')).to.equal(1);
    });

    it('on a click or a tap, until the next one', async () => {
      const widget = await showMap(nation2008());
      const entry = byRole(widget, 'button', '100%');
      entry.click();
      await settle(widget);
      expect(entry.getAttribute('aria-pressed')).to.equal('true');
      entry.dispatchEvent(new PointerEvent('pointerleave'));
      await settle(widget);
      expect(strength(widget, 'Quảng Trị')).to.be.lessThan(0.5);
      entry.click();
      await settle(widget);
      expect(entry.getAttribute('aria-pressed')).to.equal('false');
      expect(strength(widget, 'Quảng Trị')).to.equal(1);
    });

    it('is hatched on paper, closer from class to class', async function () {
      if (globalThis.__BROWSER__ !== 'chromium') this.skip();
      const widget = await showMap(nation2008());
      const inks = () => [...widget.shadowRoot!.querySelectorAll('svg.map .ink')];
      expect(inks()).to.deep.equal([]);
      await emulateMedia({ media: 'print' });
      try {
        await until(() => inks().length > 0, 'hatched');
        const lines = inks().map((ink) => ink.getAttribute('d')!.split('M').length - 1);
        expect(lines[0]).to.equal(0);
        expect(lines.slice(1).every((n) => n > 0)).to.equal(true);
        const entries = [...widget.shadowRoot!.querySelectorAll('[part~=legend] .ink')];
        const swatches = entries.map((ink) => ink.getAttribute('d')!.split('M').length);
        expect(swatches).to.deep.equal([...swatches].sort((a, b) => a - b));
      } finally {
        await emulateMedia({ media: 'screen' });
      }
      await until(() => inks().length === 0, 'plain again');
    });

    it('can be hidden', async () => {
      expect(legend(await showMap(nation2008(), 'no-legend'))).to.deep.equal([]);
    });
  });

  describe('notices', () => {
    it('built-in borders are called schematic, in both languages, at every width', async () => {
      for (const make of [nation2008, nation2025])
        for (const [lang, words] of [
          ['vi', SCHEMATIC],
          ['en', SCHEMATIC_EN],
        ] as const) {
          const widget = await showMap(make(), `lang="${lang}"`, { width: 160 });
          for (const width of [160, 360, 1200]) {
            await resize(widget, width);
            expect(notices(widget), `${lang} ${width}`).to.contain(words);
            expect(isVisible(widget.shadowRoot!.querySelector('[part~=notices] p')!)).to.equal(
              true,
            );
          }
        }
    });

    it('tiles and borders of the page are not', async () => {
      expect(notices(await showMap(nation2025(), 'layout="tiles"'))).not.to.contain('Sơ đồ');
      await api.set(bordersOf('2025'), 'geo.json');
      const own = await showMap(nation2025(), `geo-src="${api.url('ok', 'geo.json')}"`);
      expect(notices(own)).to.equal('');
    });

    it('the notice goes and comes with the choice of view', async () => {
      const widget = await showMap(nation2025());
      await press(widget, 'Ô lưới');
      await until(() => !notices(widget).includes(SCHEMATIC), 'no notice');
      await press(widget, 'Bản đồ');
      await until(() => notices(widget).includes(SCHEMATIC), 'the notice');
    });

    it('figures of 2008 say that they are of the old units', async () => {
      expect(notices(await showMap(nation2008()))).to.contain(
        'Theo đơn vị hành chính trước ngày 01/7/2025',
      );
      expect(notices(await showMap(nation2025()))).not.to.contain('01/7/2025');
    });
  });

  describe('editions', () => {
    const MIXED = 'Số liệu lẫn đơn vị hành chính trước và sau ngày 01/7/2025';

    it('a mixture is refused with the sentence, and nothing is drawn', async () => {
      const widget = await putMap('indicator="coverage"', {
        data: nation({ '48@2008': 1, '44@2025': 2 }),
      });
      await until(() => textOf(widget).includes(MIXED), 'the sentence');
      expect(pictureOf(widget)).to.equal(null);
      expect(widget.shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain(MIXED);
      widget.lang = 'en';
      await until(() => textOf(widget).includes('before and after 1 July 2025'), 'English');
    });

    it('a mixture of two indicators is none: each has its own map', async () => {
      const both = nation({ '48@2008': 1, '45@2008': 2 });
      const now = nation({ '44@2025': 2 }, 'teams');
      both.observations.push(...now.observations);
      Object.assign(both.areas, now.areas);
      const widget = await showMap(both, 'indicator="coverage teams"');
      expect(options(widget).length).to.equal(63);
      await choose(widget, 'Chỉ tiêu', 'teams');
      await until(() => options(widget).length === 34, 'the map of 2025');
    });

    it('a mixture is refused where the document does not list its areas', async () => {
      const mixed = nation({ '48@2008': 1, '44@2025': 2 });
      mixed.areas = {};
      const widget = await putMap('indicator="coverage"', { data: mixed });
      await until(() => pictureOf(widget) ?? textOf(widget).includes(MIXED), 'either');
      expect(textOf(widget)).to.contain(MIXED);
    });

    it("the data's ids decide: a reused code is the province of its edition", async () => {
      const old = await showMap(nation({ '44@2008': 7, '48@2008': 1 }));
      expect(option(old, 'Quảng Bình').getAttribute('aria-label')).to.equal('Quảng Bình: 7%');
      const now = await showMap(nation({ '44@2025': 7, '48@2025': 1 }));
      expect(option(now, 'Quảng Trị').getAttribute('aria-label')).to.equal('Quảng Trị: 7%');
    });

    const counts = (except: readonly string[] = [], more = {}) =>
      nation(
        Object.fromEntries(
          provinceIds('2008')
            .filter((id) => !except.includes(id))
            .map((id) => [id, { value: 100, ...more }]),
        ),
        'teams',
      );
    const ROLLED = 'Tổng cộng từ số liệu của các tỉnh, thành phố trước ngày 01/7/2025';

    it('edition="2025" rolls counts up, and says so', async () => {
      const widget = await showMap(counts(), 'indicator="teams" edition="2025"');
      expect(options(widget).length).to.equal(34);
      expect(option(widget, 'Đồng Nai').getAttribute('aria-label')).to.equal('Đồng Nai: 200 tổ');
      expect(option(widget, 'Hà Nội').getAttribute('aria-label')).to.equal('Hà Nội: 100 tổ');
      expect(notices(widget)).to.contain(ROLLED);
      widget.lang = 'en';
      await until(
        () => !notices(widget).includes(ROLLED) && notices(widget).length > 40,
        'English',
      );
    });

    it('a province of which one part has no figure gets none', async () => {
      const widget = await showMap(counts(['70@2008']), 'indicator="teams" edition="2025"');
      expect(option(widget, 'Đồng Nai').getAttribute('aria-label')).to.equal(
        'Đồng Nai: chưa có số liệu',
      );
    });

    it('a province of which one part is not in the document gets none', async () => {
      const some = counts(['70@2008']);
      delete some.areas['70@2008'];
      const widget = await showMap(some, 'indicator="teams" edition="2025"');
      expect(option(widget, 'Đồng Nai').getAttribute('aria-label')).to.equal(
        'Đồng Nai: chưa có số liệu',
      );
    });

    it('a document without a list of areas is rolled up all the same', async () => {
      const bare = counts();
      bare.areas = {};
      const widget = await showMap(bare, 'indicator="teams" edition="2025" area="vn@2008"');
      expect(option(widget, 'Đồng Nai').getAttribute('aria-label')).to.equal('Đồng Nai: 200 tổ');
    });

    it('rates and approximations are not rolled up', async () => {
      const rates = await showMap(nation2008(), 'edition="2025"');
      const approximate = await showMap(
        counts([], { approx: '>' }),
        'indicator="teams" edition="2025"',
      );
      for (const widget of [rates, approximate]) {
        expect(options(widget).length).to.equal(34);
        expect(textOf(widget)).to.contain('34/34 địa bàn chưa có số liệu.');
      }
    });

    it('edition="2025" on figures of 2025 changes nothing', async () => {
      const widget = await showMap(nation2025(), 'edition="2025"');
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: 100%');
      expect(notices(widget)).not.to.contain(ROLLED);
    });
  });

  describe('by keyboard', () => {
    it('has one Tab stop in the map', async () => {
      const widget = await showMap(nation2008());
      expect(picture(widget).tabIndex).to.equal(0);
      expect(picture(widget).querySelectorAll('[tabindex]').length).to.equal(0);
      // Somewhere to go: out of the page, Firefox would not give the focus back.
      for (let i = 0; i < 14; i++) widget.after(document.createElement('button'));
      searchBox(widget).focus();
      let stops = 0;
      for (let i = 0; i < 12; i++) {
        await sendKeys({ press: 'Tab' });
        if (widget.shadowRoot!.activeElement === picture(widget)) stops += 1;
      }
      expect(stops).to.equal(1);
    });

    it('arrows move to the neighbour that way, and stop at the edge', async () => {
      const widget = await showMap(nation2008());
      await enter(widget);
      expect(activeName(widget)).to.equal(undefined);
      await keys(widget, 'ArrowDown');
      expect(activeName(widget), 'the first arrow comes in').not.to.equal(undefined);
      picture(widget).blur();
      await click(widget, option(widget, 'Đà Nẵng'));
      await enter(widget);
      await keys(widget, 'ArrowDown');
      expect(activeName(widget)).to.match(/^Quảng Nam:/);
      await keys(widget, 'ArrowUp');
      expect(activeName(widget)).to.match(/^Đà Nẵng:/);
      const before = scrollY;
      for (let i = 0; i < 40; i++) await sendKeys({ press: 'ArrowUp' });
      await settle(widget);
      const top = activeName(widget);
      await keys(widget, 'ArrowUp');
      expect(activeName(widget)).to.equal(top);
      expect(scrollY).to.equal(before);
    });

    it('shows the figures of the area that the keyboard is on, beside it and in the strip', async () => {
      const widget = await showMap(nation2008());
      await click(widget, option(widget, 'Đà Nẵng'));
      await enter(widget);
      await keys(widget, 'ArrowDown');
      expect(detail(widget)).to.contain('Quảng Nam');
      const tip = [...picture(widget).querySelectorAll('text')].find(
        (text) => text.textContent === activeName(widget),
      );
      expect(tip, 'a card beside it').not.to.equal(undefined);
      const frame = picture(widget).getBoundingClientRect();
      const box = tip!.getBoundingClientRect();
      expect(box.left >= frame.left - 1 && box.right <= frame.right + 1, 'inside the map').to.equal(
        true,
      );
    });

    it('Enter chooses, Escape clears; both are told', async () => {
      const widget = await showMap(nation2008());
      const heard = selections(widget);
      await enter(widget);
      await keys(widget, 'ArrowRight', 'Enter');
      const name = activeName(widget)!;
      expect(selectedNames(widget)).to.deep.equal([name]);
      expect(heard.length).to.equal(1);
      expect(heard[0]![0]).to.match(/^\d\d@2008$/);
      expect(heard[0]![1]).to.equal('coverage');
      await keys(widget, 'Escape');
      expect(selectedNames(widget)).to.deep.equal([]);
      expect(activeName(widget)).to.equal(undefined);
      expect(heard[1]).to.deep.equal([null, 'coverage']);
      await keys(widget, 'Escape');
      expect(heard.length, 'nothing more to clear').to.equal(2);
    });

    it('Space chooses too, and does not scroll', async () => {
      const widget = await showMap(nation2008());
      await enter(widget);
      const before = scrollY;
      await keys(widget, 'ArrowRight', ' ');
      expect(selectedNames(widget).length).to.equal(1);
      expect(scrollY).to.equal(before);
    });

    it('Enter and what is typed stay inside: the form around it is not posted, no shortcut runs', async () => {
      const widget = await showMap(nation2008());
      const form = document.createElement('form');
      const heard: string[] = [];
      form.addEventListener('keydown', ({ key }) => heard.push(key));
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        heard.push('submit');
      });
      widget.parentElement!.append(form);
      form.append(widget);
      await drawn(widget);
      await enter(widget);
      await keys(widget, 'ArrowRight', 'Enter');
      searchBox(widget).focus();
      await keys(widget, 'a', 'Escape', 'Enter');
      // An arrow has moved the point, a letter was typed: neither is the page's. Escape is for all.
      expect(heard).to.deep.equal(['Escape']);
    });

    it('the choice stays when the keyboard leaves the map', async () => {
      const widget = await showMap(nation2008());
      await enter(widget);
      await keys(widget, 'ArrowRight', 'Enter', 'ArrowRight');
      const [chosen] = selectedNames(widget);
      picture(widget).blur();
      await settle(widget);
      expect(activeName(widget)).to.equal(undefined);
      expect(selectedNames(widget)).to.deep.equal([chosen]);
      expect(detail(widget)).to.contain(chosen!.split(':')[0]!);
    });

    it('works on tiles', async () => {
      const widget = await showMap(nation2025(), 'layout="tiles"');
      await click(widget, option(widget, 'Đà Nẵng'));
      await enter(widget);
      await keys(widget, 'ArrowLeft');
      expect(activeName(widget)).to.match(/^Huế:/);
    });
  });

  describe('by pointer', () => {
    it('a click chooses, and one on the sea clears', async () => {
      const widget = await showMap(nation2008());
      const heard = selections(widget);
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(selectedNames(widget)).to.deep.equal(['Đà Nẵng: 100%']);
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(heard, 'a second click says nothing new').to.deep.equal([['48@2008', 'coverage']]);
      await click(widget, picture(widget));
      expect(heard[1]).to.deep.equal([null, 'coverage']);
      expect(selectedNames(widget)).to.deep.equal([]);
    });

    it('a mouse over an area shows its figures, a finger that passes does not', async () => {
      const widget = await showMap(nation2008());
      const over = async (name: string, pointerType: string) => {
        option(widget, name).dispatchEvent(
          new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType }),
        );
        await settle(widget);
      };
      await over('Đà Nẵng', 'mouse');
      expect(detail(widget)).to.contain('Đà Nẵng').and.to.contain('100%');
      await over('Quảng Trị', 'touch');
      expect(detail(widget)).to.contain('Đà Nẵng');
    });

    it('the choice is told through shadow roots up to the page', async () => {
      const heard = oneEvent(document, 'tcns-select');
      const widget = await showMap(nation2008());
      option(widget, 'Đà Nẵng').dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true }),
      );
      expect((await heard).detail).to.deep.equal({ area: '48@2008', indicator: 'coverage' });
    });

    it('a tap shows the area tapped, also where the keyboard was on another', async () => {
      const widget = await showMap(nation2008());
      await enter(widget);
      await keys(widget, 'ArrowRight');
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(detail(widget)).to.contain('Đà Nẵng');
    });

    it('a choice does not draw 63 areas anew', async () => {
      const widget = await showMap(nation2008());
      const shape = option(widget, 'Quảng Trị');
      const changes = new MutationObserver(() => {});
      changes.observe(picture(widget), {
        subtree: true,
        attributes: true,
        attributeFilter: ['d', 'class'],
      });
      option(widget, 'Đà Nẵng').dispatchEvent(
        new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }),
      );
      await settle(widget);
      expect(
        changes.takeRecords().filter(({ target }) => (target as Element).role === 'option'),
      ).to.deep.equal([]);
      expect(option(widget, 'Quảng Trị') === shape).to.equal(true);
    });
  });

  describe('search', () => {
    const QUERIES: [query: string, first: string][] = [
      ['da nang', 'Đà Nẵng'],
      ['dà nẵng', 'Đà Nẵng'],
      ['ĐÀ NẴNG', 'Đà Nẵng'],
      ['Đà Nẵng'.normalize('NFD'), 'Đà Nẵng'],
      ['quang tri', 'Quảng Trị'],
      ['thua thien', 'Thừa Thiên Huế'],
      ['ha noi', 'Hà Nội'],
      ['hcm', 'Hồ Chí Minh'],
      ['vung tau', 'Bà Rịa - Vũng Tàu'],
    ];
    it('finds an area with and without diacritics, in any form', async () => {
      const widget = await showMap(nation2008());
      const wrong: string[] = [];
      for (const [query, first] of QUERIES.filter(([q]) => q !== 'hcm')) {
        const found = await search(widget, query);
        if (found[0] !== first) wrong.push(`${query}: ${found.join(', ')}`);
      }
      expect(wrong).to.deep.equal([]);
    });

    it('finds "TP.HCM" and "hcm"', async () => {
      const widget = await showMap(nation2008());
      expect((await search(widget, 'hcm'))[0]).to.equal('Hồ Chí Minh');
    });

    it('finds "tỉnh Quảng Trị" and "TP. Đà Nẵng"', async () => {
      const widget = await showMap(nation2008());
      expect((await search(widget, 'tỉnh Quảng Trị'))[0]).to.equal('Quảng Trị');
      expect((await search(widget, 'TP. Đà Nẵng'))[0]).to.equal('Đà Nẵng');
    });

    it('what is written in full counts first', async () => {
      const widget = await showMap(
        communes('19@2025', 8, ['Văn Lăng', 'Văn Lang', 'Yên Lạc']),
        'area="19@2025"',
      );
      expect((await search(widget, 'Văn Lang')).slice(0, 2)).to.deep.equal([
        'Văn Lang',
        'Văn Lăng',
      ]);
      expect((await search(widget, 'Văn Lăng')).slice(0, 2)).to.deep.equal([
        'Văn Lăng',
        'Văn Lang',
      ]);
      expect((await search(widget, 'van lang')).sort()).to.deep.equal(
        ['Văn Lang', 'Văn Lăng'].sort(),
      );
    });

    it('arrows and Enter choose what was found; the map shows it', async () => {
      const widget = await showMap(nation2008());
      const heard = selections(widget);
      const found = await search(widget, 'quang');
      expect(found.length).to.be.greaterThan(3);
      expect(searchBox(widget).getAttribute('aria-expanded')).to.equal('true');
      await keys(widget, 'ArrowDown', 'Enter');
      expect(selectedNames(widget)[0]).to.match(new RegExp(`^${found[1]!}:`));
      expect(heard.length).to.equal(1);
      expect(searchBox(widget).value).to.equal(found[1]);
      expect(searchBox(widget).getAttribute('aria-expanded')).to.equal('false');
      expect(detail(widget)).to.contain(found[1]);
    });

    it('a tap chooses too, Escape closes the list and keeps the choice', async () => {
      const widget = await showMap(nation2008());
      await search(widget, 'da nang');
      const [first] = widget.shadowRoot!.querySelectorAll('ul[role=listbox] [role=option]');
      first!.dispatchEvent(
        new PointerEvent('pointerdown', { bubbles: true, composed: true, cancelable: true }),
      );
      await settle(widget);
      expect(selectedNames(widget)).to.deep.equal(['Đà Nẵng: 100%']);
      await search(widget, 'quang');
      await keys(widget, 'Escape');
      expect(searchBox(widget).getAttribute('aria-expanded')).to.equal('false');
      expect(selectedNames(widget)).to.deep.equal(['Đà Nẵng: 100%']);
    });

    it('says how many it found, and that it found none', async () => {
      const widget = await showMap(nation2008());
      const found = await search(widget, 'ha');
      expect(allByRole(widget, 'status').map(nameOf)).to.contain(`${found.length} kết quả`);
      expect(await search(widget, 'xyzxyz')).to.deep.equal([]);
      expect(allByRole(widget, 'status').map(nameOf)).to.contain('Không tìm thấy địa bàn');
    });

    it('is not said to be expanded where it found nothing', async () => {
      const widget = await showMap(nation2008());
      await search(widget, 'xyzxyz');
      expect(searchBox(widget).getAttribute('aria-expanded')).to.equal('false');
    });

    it('can be hidden', async () => {
      expect(searchBox(await showMap(nation2008(), 'no-search'))).to.equal(null);
    });
  });

  describe('drill', () => {
    const dive = async (more = ''): Promise<MapWidget> => {
      await api.set(communes('48@2008', 12), 'observations/48@2008.json');
      await api.set(nation2008(), 'observations/vn@2008.json');
      const widget = await drawnFrom('ok', `drill ${more}`);
      await click(widget, option(widget, 'Đà Nẵng'));
      return widget;
    };
    const crumbs = (widget: MapWidget): string =>
      (widget.shadowRoot!.querySelector('nav')?.textContent ?? '').replace(/\s+/g, ' ').trim();

    it('opens the map of the area chosen, and comes back', async () => {
      const widget = await dive();
      await press(widget, /^Xem bản đồ .*Đà Nẵng/);
      await until(() => pictureOf(widget) && options(widget).length === 12, 'the communes');
      expect(crumbs(widget)).to.equal('Cả nước › Đà Nẵng');
      expect(widget.shadowRoot!.querySelector('nav [aria-current]')!.textContent).to.equal(
        'Đà Nẵng',
      );
      expect(nameOf(byRole(widget, 'heading'))).to.contain('Đà Nẵng');
      await press(widget, 'Cả nước');
      await until(() => pictureOf(widget) && options(widget).length === 63, 'the nation');
      expect(widget.shadowRoot!.querySelector('nav')).to.equal(null);
    });

    it('by keyboard alone: Enter, Enter, and back', async () => {
      const widget = await dive();
      await enter(widget);
      await keys(widget, 'ArrowDown', 'ArrowUp', 'Enter');
      await until(() => pictureOf(widget) && options(widget).length === 12, 'the communes');
      const back = byRole(widget, 'button', 'Cả nước');
      back.focus();
      await keys(widget, 'Enter');
      await until(() => pictureOf(widget) && options(widget).length === 63, 'the nation');
    });

    it('an area without a document of its own says so and leads back', async () => {
      const widget = await dive();
      await api.mode('404');
      await press(widget, /^Xem bản đồ .*Đà Nẵng/);
      await until(() => textOf(widget).includes('Không tải được số liệu'), 'the failure');
      expect(crumbs(widget)).to.equal('Cả nước › Đà Nẵng');
      await api.mode(null);
      await press(widget, 'Cả nước');
      await until(() => pictureOf(widget) && options(widget).length === 63, 'the nation');
    });

    it('draws the borders of the API where it has them', async () => {
      await api.set(communes('48@2008', 12), 'observations/48@2008.json');
      await api.set(
        collection(
          ...Array.from({ length: 12 }, (_, i) =>
            feature(communeId(i + 1, '2008'), [ring(108 + i * 0.05, 16, 0.05)]),
          ),
        ),
        'geo/48@2008.json',
      );
      const widget = await drawnFrom('ok', 'drill');
      await click(widget, option(widget, 'Đà Nẵng'));
      await press(widget, /^Xem bản đồ .*Đà Nẵng/);
      await until(() => pictureOf(widget) && options(widget).length === 12, 'the communes');
      expect(options(widget)[0]!.getAttribute('d'), 'borders, no tiles').to.contain('L');
      expect((await api.log()).map(({ path }) => path)).to.contain('geo/48@2008.json');
    });

    it('is not offered where it was not asked for, nor where the page gave one document', async () => {
      const plain = await drawnFrom();
      await click(plain, option(plain, 'Đà Nẵng'));
      expect(allByRole(plain, 'button', /^Xem bản đồ/).length).to.equal(0);
      const one = await putMap(`src="${api.url('ok')}" indicator="coverage" drill`);
      await drawn(one);
      await click(one, option(one, 'Đà Nẵng'));
      expect(allByRole(one, 'button', /^Xem bản đồ/).length).to.equal(0);
    });

    it('is not offered on data of the page that have no children of the area', async () => {
      const widget = await showMap(nation2008(), 'drill');
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(allByRole(widget, 'button', /^Xem bản đồ/).length).to.equal(0);
    });

    it('the way back from below a province is named after the province', async () => {
      await api.set(communes('48@2008', 12), 'observations/48@2008.json');
      const widget = await putMap(
        `api="${api.base()}" area="48@2008" indicator="coverage" drill layout="tiles"`,
      );
      await drawn(widget);
      await click(widget, options(widget)[0]!);
      await press(widget, /^Xem bản đồ/);
      await until(() => crumbs(widget), 'the way back');
      expect(crumbs(widget)).to.match(/^Đà Nẵng ›/);
    });
  });

  describe('choices', () => {
    const two = () => {
      const document = nation2008();
      document.observations.push(
        ...observe({
          '48@2008': { value: 5, at: '2022-06' },
          '45@2008': { value: 6, at: '2022-06' },
        }),
        ...observe({ '48@2008': 15, '45@2008': 3 }, 'teams'),
      );
      return document;
    };

    it('another indicator is shown without a request', async () => {
      await api.set(two());
      const widget = await putMap(`api="${api.base()}" area="vn@2008" indicator="coverage teams"`);
      await drawn(widget);
      expect([...choice(widget, 'Chỉ tiêu').options].map(({ text }) => text)).to.deep.equal([
        'Tỷ lệ phủ',
        'Số tổ',
      ]);
      await choose(widget, 'Chỉ tiêu', 'teams');
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: 15 tổ');
      expect(nameOf(byRole(widget, 'heading'))).to.contain('Số tổ');
      expect((await api.log()).length).to.equal(1);
    });

    it('one indicator and one date are no choice', async () => {
      const widget = await showMap(nation2008());
      expect(widget.shadowRoot!.querySelectorAll('select').length).to.equal(0);
    });

    it('another date is shown, and what has none then says so', async () => {
      const widget = await showMap(two());
      expect([...choice(widget, 'Thời điểm').options].map(({ text }) => text.trim())).to.deep.equal(
        ['Mới nhất của từng địa bàn', 'tháng 8/2022', 'tháng 6/2022'],
      );
      await choose(widget, 'Thời điểm', '2022-06');
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: 5%');
      expect(textOf(widget)).to.contain('61/63 địa bàn chưa có số liệu.');
      expect(part(widget, 'date')).to.contain('tháng 6/2022');
      await choose(widget, 'Thời điểm', '');
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: 100%');
    });

    it('`at` pins the date', async () => {
      const widget = await showMap(two(), 'at="2022-06"');
      expect(option(widget, 'Đà Nẵng').getAttribute('aria-label')).to.equal('Đà Nẵng: 5%');
    });

    it('layout: a reader changes to tiles and back', async () => {
      const widget = await showMap(nation2008());
      const geo = option(widget, 'Đà Nẵng').getAttribute('d');
      await press(widget, 'Ô lưới');
      await until(() => option(widget, 'Đà Nẵng').getAttribute('d') !== geo, 'tiles');
      expect(byRole(widget, 'button', 'Ô lưới').getAttribute('aria-pressed')).to.equal('true');
      await press(widget, 'Bản đồ');
      await until(() => option(widget, 'Đà Nẵng').getAttribute('d') === geo, 'borders');
    });

    it('the table has a row for each area, with figures or without', async () => {
      const widget = await showMap(nation2008());
      await press(widget, 'Bảng');
      await until(() => allByRole(widget, 'table').length === 1, 'the table');
      const rows = allByRole(widget, 'row').map((row) => textOfRow(row));
      expect(rows.length).to.equal(64);
      expect(rows.find((row) => row.includes('Đà Nẵng'))).to.contain('100%');
      expect(rows.find((row) => row.includes('Hà Nội'))).to.contain('Chưa có số liệu');
      expect(rows.find((row) => row.includes('An Giang'))).to.contain('Chưa có số liệu');
      expect(notices(widget)).to.contain('trước ngày 01/7/2025');
    });
    const textOfRow = (row: Element) => row.textContent!.replace(/\s+/g, ' ');
  });

  describe('url-state', () => {
    const home = location.href;
    afterEach(() => history.replaceState(null, '', home));
    const address = () => new URL(location.href).searchParams;

    it('keeps the choice in the address; other parameters and the hash stay', async () => {
      history.replaceState(null, '', '?trang=2&tcns-q=x#phan-1');
      const before = history.length;
      const widget = await showMap(nation2008(), 'url-state');
      expect(history.length, 'nothing is written by itself').to.equal(before);
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(address().get('tcns-area')).to.equal('48@2008');
      expect([address().get('trang'), address().get('tcns-q'), location.hash]).to.deep.equal([
        '2',
        'x',
        '#phan-1',
      ]);
      await click(widget, picture(widget));
      expect(address().has('tcns-area')).to.equal(false);
      expect([address().get('trang'), location.hash]).to.deep.equal(['2', '#phan-1']);
    });

    it('begins with what the address says, and goes back and forward with it', async () => {
      history.replaceState(null, '', '?tcns-area=45%402008&tcns-indicator=teams');
      const both = nation2008();
      both.observations.push(...observe({ '45@2008': 3 }, 'teams'));
      const widget = await showMap(both, 'url-state indicator="coverage teams"');
      expect(selectedNames(widget)[0]).to.match(/^Quảng Trị:/);
      expect(choice(widget, 'Chỉ tiêu').value).to.equal('teams');
      await click(widget, option(widget, 'Đà Nẵng'));
      await choose(widget, 'Chỉ tiêu', 'coverage');
      expect(address().get('tcns-indicator')).to.equal('coverage');
      history.back();
      await until(() => nameOf(byRole(widget, 'heading')).includes('Số tổ'), 'back');
      expect(choice(widget, 'Chỉ tiêu').value, 'the choice says so too').to.equal('teams');
      history.back();
      await until(() => selectedNames(widget)[0]?.startsWith('Quảng Trị:'), 'back again');
      history.forward();
      await until(() => selectedNames(widget)[0]?.startsWith('Đà Nẵng:'), 'forward');
    });

    it('the id of the element is the prefix: two maps on a page do not share a choice', async () => {
      history.replaceState(null, '', '?a-tcns-area=45%402008');
      const first = await showMap(nation2008(), 'url-state id="a"');
      const second = await showMap(nation2008(), 'url-state id="b"');
      expect(selectedNames(first)[0]).to.match(/^Quảng Trị:/);
      expect(selectedNames(second)).to.deep.equal([]);
      await click(second, option(second, 'Đà Nẵng'));
      expect(address().get('b-tcns-area')).to.equal('48@2008');
      expect(address().get('a-tcns-area')).to.equal('45@2008');
    });

    it('writes and reads nothing without the attribute', async () => {
      history.replaceState(null, '', '?tcns-area=45%402008');
      const widget = await showMap(nation2008());
      expect(selectedNames(widget)).to.deep.equal([]);
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(address().get('tcns-area')).to.equal('45@2008');
    });

    it('an area and an indicator that are not there are no fault', async () => {
      history.replaceState(null, '', '?tcns-area=99%402008&tcns-indicator=none');
      const widget = await showMap(nation2008(), 'url-state');
      expect(options(widget).length).to.equal(63);
      expect(detail(widget)).to.equal('Chọn một địa bàn để xem số liệu.');
    });
  });

  describe('borders of the page', () => {
    const own = async (body: unknown, attributes = '', make: () => unknown = nation2008) => {
      await api.set(body, 'geo.json');
      return showMap(make(), `geo-src="${api.url('ok', 'geo.json')}" ${attributes}`, {
        width: 700,
      });
    };
    const FAULT = 'Không dùng được tệp ranh giới; bản đồ được vẽ dạng ô lưới.';

    it('are drawn in place of the built-in ones', async () => {
      const widget = await own(bordersOf('2008'));
      expect(options(widget).length).to.equal(63);
      expect(option(widget, 'Đà Nẵng').getAttribute('d')).to.match(/^M[\d.,]+L/);
      await click(widget, option(widget, 'Đà Nẵng'));
      expect(selectedNames(widget)).to.deep.equal(['Đà Nẵng: 100%']);
    });

    it('features are found by name and by bare code, with geo-key', async () => {
      const byName = await own(
        collection(
          feature('x', [ring(108, 16, 1)], { ten: 'TP Đà Nẵng', ma: '48' }),
          feature('y', [ring(107, 16, 1)], { ten: 'quang tri', ma: '45' }),
        ),
        'geo-key="ten"',
      );
      expect(options(byName).map((o) => o.getAttribute('aria-label'))).to.deep.equal([
        'Đà Nẵng: 100%',
        'Quảng Trị: 0%',
      ]);
      const byCode = await own(
        collection(
          feature('x', [ring(108, 16, 1)], { ma: '48' }),
          feature('y', [ring(107, 16, 1)], { ma: '1' }),
        ),
        'geo-key="ma"',
      );
      expect(options(byCode).map((o) => o.getAttribute('aria-label'))).to.deep.equal([
        'Đà Nẵng: 100%',
        'Hà Nội: chưa có số liệu',
      ]);
    });

    it('features that nobody knows are reported, and the others drawn', async () => {
      const { said, stop } = listenToConsole();
      try {
        const widget = await own(
          collection(
            feature('48@2008', [ring(108, 16, 1)]),
            feature('Atlantis', [ring(107, 16, 1)]),
          ),
        );
        expect(options(widget).length).to.equal(1);
        expect(said.filter((line) => /^warn: .*Atlantis/.test(line)).length).to.equal(1);
        expect(said.join()).not.to.contain('error:');
      } finally {
        stop();
      }
    });

    it('data without a feature are still in the table, the search and the sentence', async () => {
      const widget = await own(collection(feature('48@2008', [ring(108, 16, 1)])));
      expect(textOf(widget)).to.contain('Thấp nhất: Quảng Trị (0%).');
      expect((await search(widget, 'quang tri'))[0]).to.equal('Quảng Trị');
    });

    for (const [what, behaviour, body] of [
      ['is not there', '404', {}],
      ['is a page', 'html-200', {}],
      ['is no geometry', 'ok', { version: '1' }],
      ['has no area of the data', 'ok', collection(feature('zz', [ring(1, 1, 1)]))],
      ['is cut off', 'not-json', bordersOf('2008')],
    ] as const)
      it(`a file that ${what}: tiles, a sentence and a warning`, async () => {
        await api.set(body, 'geo.json');
        const { said, stop } = listenToConsole();
        try {
          const url = api.url(behaviour, 'geo.json');
          const widget = await showMap(nation2008(), `geo-src="${url}"`, { width: 700 });
          expect(options(widget).length).to.equal(63);
          expect(
            new Set(options(widget).map((o) => o.getAttribute('d')!.replace(/^M\S+ \d+/, ''))).size,
          ).to.equal(1);
          expect(notices(widget)).to.contain(FAULT);
          expect(notices(widget)).not.to.contain(SCHEMATIC);
          expect(
            said.filter((line) => line.startsWith('warn: [tcns]') && line.includes(url)).length,
          ).to.equal(1);
          expect(said.join()).not.to.contain('error:');
          widget.lang = 'en';
          await until(
            () => notices(widget).includes('The border file could not be used'),
            'English',
          );
        } finally {
          stop();
        }
      });

    it('a file in metres (VN-2000) gives tiles and a sentence too', async () => {
      const widget = await own(collection(feature('48@2008', [ring(550_000, 1_770_000, 20_000)])));
      expect(notices(widget)).to.contain(FAULT);
      expect(options(widget).length).to.equal(63);
    });

    it('communes without borders are tiles, without a word', async () => {
      await api.set(communes('44@2025', 12), 'observations/44@2025.json');
      const { said, stop } = listenToConsole();
      try {
        const widget = await putMap(`api="${api.base()}" area="44@2025" indicator="coverage"`);
        await drawn(widget);
        expect(options(widget).length).to.equal(12);
        expect(notices(widget)).to.equal('');
        expect(said.filter((line) => line.includes('geo/'))).to.deep.equal([]);
      } finally {
        stop();
      }
    });
  });

  describe('more than 100 areas', () => {
    const many = () => showMap(communes('44@2025', 130), 'area="44@2025"', { width: 700 });

    it('are hidden from screen readers, but for the one that the keyboard is on', async () => {
      const widget = await many();
      expect(options(widget).length).to.equal(0);
      expect(picture(widget).querySelectorAll('[aria-hidden=true] [data-id]').length).to.equal(130);
      await enter(widget);
      await keys(widget, 'ArrowRight');
      expect(options(widget).length).to.equal(1);
      expect(activeName(widget)).to.match(/^Xã Mẫu \d+: \d+%$/);
      const before = activeName(widget);
      await keys(widget, 'ArrowRight');
      expect(options(widget).length).to.equal(1);
      expect(activeName(widget)).not.to.equal(before);
    });

    it('can be chosen by keyboard, pointer and search', async () => {
      const widget = await many();
      const heard = selections(widget);
      await enter(widget);
      await keys(widget, 'ArrowRight', 'Enter');
      expect(heard.length).to.equal(1);
      picture(widget).blur();
      await click(widget, picture(widget).querySelector(`[data-id="${communeId(50)}"]`)!);
      expect(heard[1]).to.deep.equal([communeId(50), 'coverage']);
      expect(detail(widget)).to.contain('Xã Mẫu 50');
      expect(await search(widget, 'xa mau 77')).to.contain('Xã Mẫu 77');
    });

    it('100 areas are all named', async () => {
      const widget = await showMap(communes('44@2025', 100), 'area="44@2025"', { width: 700 });
      expect(options(widget).length).to.equal(100);
    });
  });

  describe('on any page', () => {
    it('<base href> does not break the drawing, and addresses follow it', async () => {
      const base = document.createElement('base');
      base.href = `${api.url('ok', '')}`;
      await api.set(bordersOf('2008'), 'geo.json');
      document.head.append(base);
      try {
        const widget = await showMap(nation2008(), 'geo-src="geo.json"', { width: 700 });
        expect(option(widget, 'Đà Nẵng').getAttribute('d')).to.match(/^M[\d.,]+L/);
        expect(widget.shadowRoot!.innerHTML).not.to.contain('url(');
        const built = await showMap(nation2008(), '', { width: 700 });
        const [x, y] = [built, widget].map((each) => fillOf(option(each, 'Đà Nẵng')));
        expect(x).to.equal(y);
        expect(isVisible(option(built, 'Đà Nẵng'))).to.equal(true);
      } finally {
        base.remove();
      }
    });

    it('writes no style attribute, no url() and no <style> of its own', async () => {
      for (const attributes of ['', 'layout="tiles"', 'theme="dark" drill']) {
        const widget = await showMap(nation2008(), attributes);
        await click(widget, option(widget, 'Đà Nẵng'));
        await enter(widget);
        await keys(widget, 'ArrowDown');
        await search(widget, 'da');
        expect(widget.shadowRoot!.querySelectorAll('[style]').length).to.equal(0);
        expect(widget.shadowRoot!.innerHTML).not.to.contain('url(');
      }
    });

    it('two maps on a page do not mix their ids', async () => {
      const first = await showMap(nation2008());
      const second = await showMap(nation2025());
      await enter(second);
      await keys(second, 'ArrowRight');
      expect(activeName(second)).not.to.equal(undefined);
      expect(activeName(first)).to.equal(undefined);
    });

    it('a hidden tab draws nothing wrong, and is right when it is opened', async () => {
      const widget = await putMap('indicator="coverage"', { data: nation2008() });
      widget.parentElement!.style.display = 'none';
      await settle(widget);
      widget.parentElement!.style.display = '';
      await drawn(widget);
      expect(picture(widget).getAttribute('viewBox')).to.match(/^0 0 [1-9]\d+ [1-9]\d+$/);
    });

    it('a change of width raises no error on the page', async () => {
      const widget = await showMap(nation2008(), '', { width: 360 });
      const errors: string[] = [];
      for (const width of [700, 300, 1100]) errors.push(...(await resize(widget, width)));
      expect(errors).to.deep.equal([]);
    });

    for (const width of [160, 180, 320, 360]) {
      const run = async () => {
        for (const layout of ['geo', 'tiles']) {
          const widget = await showMap(
            nation2008(),
            `layout="${layout}" indicator="coverage teams"`,
            { width },
          );
          await click(widget, option(widget, 'Đà Nẵng'));
          const box = widget.getBoundingClientRect();
          const wide = [
            ...widget.shadowRoot!.querySelectorAll('p, button, input, select, svg, li, label'),
          ].filter((each) => isVisible(each) && !each.closest('[role=listbox]:not(svg)'));
          const out = wide.filter((each) => each.getBoundingClientRect().right > box.right + 1);
          expect(out.map((each) => nameOf(each))).to.deep.equal([]);
        }
      };
      const title = `nothing is wider than its box at ${width} px`;
      if (width > 160) it(title, run);
      else it(title, run);
    }

    it('follows the theme of the page', async () => {
      configure({ theme: 'dark' });
      try {
        const dark = await showMap(nation2008());
        expect(dark.shadowRoot!.querySelector('[part~=root]')!.classList.contains('dark')).to.equal(
          true,
        );
      } finally {
        configure({ theme: undefined });
      }
    });

    it('an exported picture needs nothing of the page: its colours are written out', async () => {
      const widget = await showMap(nation2008(), 'theme="dark"', { width: 700 });
      const text = pictureSvg({
        svg: picture(widget),
        heading: 'Tỷ lệ phủ & "hơn" <100%>',
        lines: [SCHEMATIC, 'Nguồn: A & B'],
      });
      const file = new DOMParser().parseFromString(text, 'image/svg+xml');
      expect(file.querySelector('parsererror')).to.equal(null);
      const said = [...file.querySelectorAll('text')].map((t) => t.textContent).join(' ');
      expect(said).to.contain('Tỷ lệ phủ & "hơn" <100%>').and.to.contain(SCHEMATIC);
      const fills = [...file.querySelectorAll('path')].map((p) => p.getAttribute('fill'));
      expect(fills).to.contain(fillOf(option(widget, 'Đà Nẵng')));
      expect(text).not.to.match(/var\(|url\(|class=|\sstyle=/);
    });
  });

  describe('leaves nothing behind', () => {
    it('when it is removed, and when it is moved ten times', async () => {
      (await showMap(nation2008(), 'url-state')).remove();
      const leaks = watchLeaks();
      try {
        const widget = await drawnFrom('ok', 'url-state');
        const before = leaks.open();
        expect(before).to.contain('window popstate');
        const box = widget.parentElement!;
        for (let i = 0; i < 10; i++) {
          const other = document.createElement('div');
          box.append(other);
          other.append(widget);
          await widget.updateComplete;
        }
        expect(leaks.open()).to.deep.equal(before);
        expect(options(widget).length).to.equal(63);
        widget.remove();
        expect(leaks.open()).to.deep.equal([]);
      } finally {
        leaks.stop();
      }
      expect((await api.log()).length).to.equal(1);
    });

    it('moved, it keeps the choice and asks nothing again', async () => {
      const widget = await drawnFrom();
      await click(widget, option(widget, 'Đà Nẵng'));
      const other = document.createElement('div');
      widget.parentElement!.append(other);
      other.append(widget);
      await settle(widget);
      expect(selectedNames(widget)).to.deep.equal(['Đà Nẵng: 100%']);
      expect((await api.log()).length).to.equal(1);
    });

    it('removed while its borders are on their way, it draws nothing more', async () => {
      await api.set(bordersOf('2008'), 'geo.json');
      const { said, stop } = listenToConsole();
      try {
        const widget = await putMap(
          `indicator="coverage" geo-src="${api.url('slow', 'geo.json?ms=150')}"`,
          { data: nation2008() },
        );
        widget.remove();
        await until(
          async () => (await api.log()).some(({ path, ended }) => path.includes('geo') && ended),
          'the answer',
        );
        await settle(widget);
        expect(said).to.deep.equal([]);
      } finally {
        stop();
      }
    });
  });
});
