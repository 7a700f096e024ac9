/** The map: its classes, its legend, its notices and the editions of its areas. */
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { eachApi } from '../data/faulty-api.js';
import {
  bordersOf,
  collection,
  feature,
  nation,
  nation2008,
  nation2025,
  provinceIds,
  ring,
} from '../support/fixtures/map-areas.js';
import { pictureSvg } from '../../src/parts/download/svg-picture.js';
import { byRole, isVisible, textOf, until } from './support.js';
import {
  choose,
  fillOf,
  option,
  options,
  picture,
  pictureOf,
  putMap,
  resize,
  settle,
  showMap,
  type MapWidget,
} from './coverage-map.support.js';
import {
  TAG,
  SCHEMATIC,
  SCHEMATIC_EN,
  press,
  notices,
  legend,
} from './coverage-map.acts.support.js';

/** The contrast of two colours `rgb(…)` by WCAG. */
function contrast(...colours: [string, string]): number {
  const [dark = 0, light = 0] = colours
    .map((colour) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((text) => {
        const c = Number(text) / 255;
        return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    })
    .sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe(TAG, () => {
  const api = eachApi(nation2008);

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
        'dưới 40%',
        'từ 40 đến dưới 60%',
        'từ 60 đến dưới 80%',
        'từ 80 đến dưới 100%',
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

    it('the name on a hatched tile is read off the hatch, light and dark', async () => {
      for (const theme of ['light', 'dark']) {
        const widget = await showMap(nation2008(), `layout="tiles" theme="${theme}"`);
        const names = [...widget.shadowRoot!.querySelectorAll('.tile-labels .on-none')];
        expect(names, theme).to.have.length.above(0);
        const { fill, stroke, strokeWidth, paintOrder } = getComputedStyle(names[0]!);
        expect(stroke, 'the colour under the hatch').to.equal(fillOf(option(widget, 'Hà Nội')));
        expect(contrast(fill, stroke)).to.be.above(12);
        expect(parseFloat(strokeWidth)).to.be.above(1);
        expect(paintOrder).to.match(/^stroke/);
        // In a file, too: a seam over the letters would hide them.
        const file = pictureSvg({ svg: picture(widget), heading: 'Bản đồ', lines: [] });
        const drawn = new DOMParser().parseFromString(file, 'image/svg+xml');
        const seamed = [...drawn.querySelectorAll(`text[stroke="${stroke}"]`)];
        expect(seamed).to.have.length(names.length);
        for (const name of seamed) expect(name.getAttribute('paint-order')).to.match(/^stroke/);
      }
    });

    it('light and dark have colours of their own', async () => {
      const light = await showMap(nation2008(), 'theme="light"');
      const dark = await showMap(nation2008(), 'theme="dark"');
      for (const name of ['Đà Nẵng', 'Quảng Trị', 'Hà Nội'])
        expect(fillOf(option(light, name))).not.to.equal(fillOf(option(dark, name)));
    });

    for (const theme of ['light', 'dark'])
      it(`areas, small islands and archipelagos of every class have a coast of 3:1 or more, ${theme}`, async () => {
        // One value a province: the islands of each are seen in the lowest class, in the highest and without data.
        for (const value of [10, 50, 70, 90, 100, undefined]) {
          const figures = ['31', '49', '60', '48', '56'].map((code) => [`${code}@2008`, value]);
          const document = nation2008();
          document.observations = document.observations.filter(
            (one) => !figures.some(([id]) => id === one.area),
          );
          const first = document.observations[0]!;
          for (const [area, of] of figures)
            if (of !== undefined)
              document.observations.push({ ...first, area: String(area), value: of as number });
          const widget = await showMap(document, `theme="${theme}"`);
          const page = getComputedStyle(widget.shadowRoot!.querySelector('.box')!).backgroundColor;
          const islands = ['Hải Phòng', 'Quảng Nam', 'Bình Thuận'].map((name) => {
            const shape = option(widget, name);
            // A small island is a circle in the path of its province: a dot of its own outline.
            expect(shape.getAttribute('d'), name).to.match(/a3 3 0 1 0/);
            return shape;
          });
          for (const shape of [...islands, ...picture(widget).querySelectorAll('.islands')]) {
            const { stroke, strokeWidth, strokeOpacity } = getComputedStyle(shape);
            expect(contrast(stroke, page), `${stroke} on ${page}`).to.be.at.least(3);
            expect(parseFloat(strokeWidth)).to.be.at.least(0.7);
            expect(strokeOpacity).to.equal('1');
          }
        }
      });

    it('a page chooses the colours by token', async () => {
      const widget = await showMap(nation2008(), 'style="--tcns-map-5: rgb(1, 2, 3)"');
      expect(fillOf(option(widget, 'Đà Nẵng'))).to.equal('rgb(1, 2, 3)');
    });

    it('the page chooses where classes begin, and their kind', async () => {
      const own = await showMap(nation2008(), 'breaks="50 90"');
      expect(legend(own)).to.deep.equal([
        'dưới 50%',
        'từ 50 đến dưới 90%',
        'từ 90% trở lên',
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
      expect(legend(widget)).to.contain('từ 40 đến dưới 60%');
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

  it('the legend can be pressed wherever it is near an entry, and never at two', async () => {
    for (const width of [320, 700, 1000]) {
      const widget = await showMap(nation2008(), 'indicator="coverage"', { width });
      const list = widget.shadowRoot!.querySelector('[part=legend]')!;
      const boxes = [...list.querySelectorAll('button')].map((b) => b.getBoundingClientRect());
      expect(boxes.length).to.be.greaterThan(4);
      const rows = [...new Set(boxes.map(({ top }) => Math.round(top)))].sort((a, b) => a - b);
      for (const [i, box] of boxes.entries()) {
        expect(Math.min(box.height, box.width), `${width} px`).to.be.at.least(32);
        const next = boxes[i + 1];
        if (next && Math.round(next.top) === Math.round(box.top))
          expect(next.left, `${width} px`).to.be.closeTo(box.right, 0.1);
        else if (next)
          expect(next.top, `${width} px: ${rows.join()}`).to.be.closeTo(box.bottom, 0.1);
      }
      // The swatches begin where the figures under them do.
      const swatch = list.querySelector('svg')!.getBoundingClientRect();
      const detail = widget.shadowRoot!.querySelector('.detail')!.getBoundingClientRect();
      expect(swatch.left, `${width} px`).to.be.closeTo(detail.left, 0.1);
    }
  });

  describe('the legend filters', () => {
    /** It is plain ground, without a border of its own. */
    const stepsBack = (widget: MapWidget, name: string): boolean =>
      getComputedStyle(option(widget, name)).stroke === 'none';

    it('on focus, and lets go on blur', async () => {
      const widget = await showMap(nation2008());
      const entry = byRole(widget, 'button', '100%');
      entry.focus();
      await settle(widget);
      expect(stepsBack(widget, 'Đà Nẵng')).to.equal(false);
      expect(stepsBack(widget, 'Quảng Trị')).to.equal(true);
      expect(stepsBack(widget, 'Hà Nội')).to.equal(true);
      entry.blur();
      await settle(widget);
      expect(stepsBack(widget, 'Quảng Trị')).to.equal(false);
    });

    it('on hover, and shows those without data alone', async () => {
      const widget = await showMap(nation2008());
      const entry = byRole(widget, 'button', 'chưa có số liệu');
      entry.dispatchEvent(new PointerEvent('pointerenter'));
      await settle(widget);
      expect(stepsBack(widget, 'Hà Nội') || stepsBack(widget, 'An Giang')).to.equal(false);
      expect(stepsBack(widget, 'Đà Nẵng')).to.equal(true);
      entry.dispatchEvent(new PointerEvent('pointerleave'));
      await settle(widget);
      expect(stepsBack(widget, 'Đà Nẵng')).to.equal(false);
    });

    it('on a click or a tap, until the next one', async () => {
      const widget = await showMap(nation2008());
      const entry = byRole(widget, 'button', '100%');
      entry.click();
      await settle(widget);
      expect(entry.getAttribute('aria-pressed')).to.equal('true');
      entry.dispatchEvent(new PointerEvent('pointerleave'));
      await settle(widget);
      expect(stepsBack(widget, 'Quảng Trị')).to.equal(true);
      entry.click();
      await settle(widget);
      expect(entry.getAttribute('aria-pressed')).to.equal('false');
      expect(stepsBack(widget, 'Quảng Trị')).to.equal(false);
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

    it('never sticks out of a window that has just become narrow, before the next drawing', async () => {
      const widget = await showMap(nation2008(), '', { width: 1200 });
      expect(widget.shadowRoot!.querySelector('.stage.split')).to.exist;
      widget.parentElement!.style.width = '180px';
      // Entries reach half-way to their neighbours, so their box is as much wider than their column.
      const right = widget.shadowRoot!.querySelector('.legend')!.getBoundingClientRect().right;
      for (const one of widget.shadowRoot!.querySelectorAll('.legend li, .legend button'))
        expect(one.getBoundingClientRect().right, one.textContent).to.be.at.most(right + 0.1);
      await settle(widget);
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
      expect(notices(own)).not.to.contain(SCHEMATIC);
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
      await choose(widget, 'Chỉ số', 'teams');
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
});
