/** Hoàng Sa and Trường Sa: on every map of the country, in every form of it. */
import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { faultyApi } from '../data/faulty-api.js';
import {
  bordersOf,
  collection,
  communes,
  communeBorders,
  feature,
  nation2008,
  nation2025,
  ring,
} from '../support/fixtures/map-areas.js';
import { part, textOf, until } from './support.js';
import { press } from './coverage-map.acts.support.js';
import {
  drawn,
  picture,
  pictureOf,
  putMap,
  resize,
  settle,
  showMap,
  textsOf,
  type MapWidget,
} from './coverage-map.support.js';

import {
  BOTH,
  EDITIONS,
  LABELS,
  OTHER_NAMES,
  type Language,
} from './coverage-map.archipelagos.support.js';

/** Both labels are on the picture, at 11 px or more (less on paper), inside it, whole, and their islands with them. */
function expectLabels(
  widget: MapWidget,
  language: Language = 'vi',
  labels: readonly (readonly string[])[] = LABELS[language],
  smallest = 10.95,
): void {
  const svg = picture(widget);
  const texts = textsOf(svg);
  const frame = svg.getBoundingClientRect();
  for (const lines of labels)
    for (const line of lines) {
      const found = texts.filter(({ text }) => text === line);
      expect(found.length, line).to.equal(1);
      const { pixels, box, node } = found[0]!;
      expect(pixels, `${line} in px`).to.be.at.least(smallest);
      expect(box.width, `${line} is drawn`).to.be.greaterThan(0);
      expect(box.left, `${line}: left`).to.be.at.least(frame.left - 1);
      expect(box.right, `${line}: right`).to.be.at.most(frame.right + 1);
      expect(box.top, `${line}: top`).to.be.at.least(frame.top - 1);
      expect(box.bottom, `${line}: bottom`).to.be.at.most(frame.bottom + 1);
      const style = getComputedStyle(node);
      expect([style.visibility, style.display === 'none', style.opacity]).to.deep.equal([
        'visible',
        false,
        '1',
      ]);
    }
  // Islands without a fill, or of no size, would be a label on the open sea.
  const groups = [...svg.querySelectorAll('g')].filter((g) =>
    labels.some(([name]) => g.textContent?.includes(name!) && !g.querySelector('g')),
  );
  expect(groups.length).to.equal(labels.length);
  for (const group of groups) {
    const islands = group.querySelector('path')!;
    const box = islands.getBoundingClientRect();
    expect(Math.min(box.width, box.height), 'islands').to.be.greaterThan(3);
    expect(box.right).to.be.at.most(frame.right + 1);
    expect(box.bottom).to.be.at.most(frame.bottom + 1);
    expect(getComputedStyle(islands).fill).not.to.match(/none|transparent|rgba\(0, 0, 0, 0\)/);
  }
}

describe('tcns-coverage-map: Hoàng Sa and Trường Sa', function () {
  for (const layout of ['geo', 'tiles'])
    for (const [edition, make] of Object.entries(EDITIONS))
      for (const lang of ['vi', 'en'] as const)
        for (const theme of ['light', 'dark'])
          it(`are labelled on ${layout} of ${edition}, ${lang}, ${theme}, at every width`, async () => {
            const widget = await showMap(
              make(),
              `layout="${layout}" lang="${lang}" theme="${theme}"`,
              {
                width: 160,
              },
            );
            const wrong: string[] = [];
            for (const width of [160, 180, 260, 360, 480, 520, 600, 700, 1200]) {
              await resize(widget, width);
              try {
                expectLabels(widget, lang);
              } catch (error) {
                wrong.push(`at ${width} px: ${(error as Error).message}`);
              }
            }
            expect(wrong).to.deep.equal([]);
            expect(textOf(widget)).not.to.match(OTHER_NAMES);
            expect(textOf(widget)).to.contain(BOTH[lang]);
          });

  for (const [edition, make] of Object.entries(EDITIONS))
    it(`are said under the table of ${edition}, in both languages`, async () => {
      const widget = await showMap(make());
      widget.shadowRoot!.querySelectorAll<HTMLElement>('[role=group] button')[2]!.click();
      await until(() => widget.shadowRoot!.querySelector('table'), 'the table');
      const said = () =>
        [...widget.shadowRoot!.querySelectorAll('p')].some(
          (p) => p.textContent?.includes(BOTH.vi) && p.getBoundingClientRect().height > 10,
        );
      expect(said(), 'for the eye too').to.equal(true);
      widget.lang = 'en';
      await until(() => textOf(widget).includes(BOTH.en), 'English');
    });

  it('stand at their true position from 480 px on, at every width', async () => {
    const widget = await showMap(nation2025(), '', { width: 480 });
    const framed: number[] = [];
    for (const width of [480, 600, 720, 760, 800, 1000, 1200]) {
      await resize(widget, width);
      if (picture(widget).querySelector('.frame')) framed.push(width);
    }
    expect(framed).to.deep.equal([]);
  });

  it('are printed', async function () {
    if (globalThis.__BROWSER__ !== 'chromium') this.skip();
    await emulateMedia({ media: 'print' });
    // A4 inside its margins, in px of CSS.
    await setViewport({ width: 718, height: 1047 });
    try {
      expectLabels(await showMap(nation2008(), 'layout="geo"', { width: 700 }));
      // 8 px are 6 points: tiles are twice as high as wide, and stand on one page with their date and source.
      const tiles = await showMap(nation2008(), 'layout="tiles"', { width: 700 });
      expectLabels(tiles, 'vi', LABELS.vi, 8);
    } finally {
      await emulateMedia({ media: 'screen' });
      await setViewport({ width: 800, height: 600 });
    }
  });

  it('are there with colours forced by the system', async function () {
    if (globalThis.__BROWSER__ !== 'chromium') this.skip();
    await emulateMedia({ forcedColors: 'active' });
    try {
      expectLabels(await showMap(nation2008(), '', { width: 1200 }));
    } finally {
      await emulateMedia({ forcedColors: 'none' });
    }
  });

  it('cannot be taken away by any attribute', async () => {
    const attributes = [
      'no-search no-legend no-menu no-download',
      'drill url-state',
      'no-archipelagos no-islands archipelagos="none" islands="false" inset="none"',
      'scale="quantile" breaks="10 20"',
      'scale="category"',
      'heading=" "',
      'layout="none"',
      'edition="2025"',
      'edition="x"',
      'hidden-areas="48@2008 56@2008"',
      'geo-key="x" geo-object="y"',
    ];
    for (const attribute of attributes) {
      const widget = await showMap(nation2008(), attribute, { width: 520 });
      try {
        expectLabels(widget);
      } catch (error) {
        throw new Error(`${attribute}: ${(error as Error).message}`);
      }
    }
  });

  it('are there where the data know neither Đà Nẵng nor Khánh Hòa, nor anything', async () => {
    const few = nation2008();
    delete few.areas['48@2008'];
    delete few.areas['56@2008'];
    few.observations = few.observations.filter(({ area }) => area === '14@2008');
    expectLabels(await showMap(few, '', { width: 360 }));
    few.areas = {};
    expectLabels(await showMap(few, '', { width: 700 }));
  });

  for (const width of [360, 1200])
    it(`are added to the borders that a page brings, at ${width} px`, async () => {
      const api = await faultyApi();
      await api.set(bordersOf('2008'), 'geo.json');
      const widget = await showMap(nation2008(), `geo-src="${api.url('ok', 'geo.json')}"`, {
        width,
      });
      expectLabels(widget);
      expect(part(widget, 'notices') ?? '').not.to.contain('Sơ đồ minh họa');
    });

  it('are inside the drawing where the page brings the borders of the south alone', async () => {
    const api = await faultyApi();
    const south = collection(
      feature('96@2008', [ring(104.8, 8.6, 0.8)]),
      feature('79@2008', [ring(106.4, 10.4, 0.8)]),
    );
    await api.set(south, 'geo.json');
    const widget = await showMap(nation2008(), `geo-src="${api.url('ok', 'geo.json')}"`, {
      width: 620,
    });
    expectLabels(widget);
  });

  const PROVINCES = [
    ['48@2008', 0],
    ['48@2025', 0],
    ['56@2008', 1],
    ['56@2025', 1],
  ] as const;
  for (const [id, which] of PROVINCES)
    for (const lang of ['vi', 'en'] as const)
      it(`the map of ${id} has its own as an inset, ${lang}`, async () => {
        const widget = await showMap(communes(id, 12), `area="${id}" lang="${lang}"`, {
          width: 160,
        });
        for (const width of [160, 360, 620, 1200]) {
          await resize(widget, width);
          expectLabels(widget, lang, [LABELS[lang][which]]);
          expect(picture(widget).querySelectorAll('rect').length, 'a frame').to.equal(1);
          const other = LABELS[lang][1 - which]![0];
          expect(textsOf(picture(widget)).map(({ text }) => text)).not.to.contain(other);
        }
      });

  for (const [id, which, lon, lat] of [
    ['48@2025', 0, 108, 16],
    ['56@2025', 1, 109, 12.2],
  ] as const)
    for (const width of [360, 620, 1200]) {
      const title = `the map of ${id} has it with borders of its own, not shrunk by it, at ${width} px`;
      const run = async () => {
        const api = await faultyApi();
        await api.set(communeBorders(24, lon, lat), 'geo.json');
        const widget = await showMap(
          communes(id, 24),
          `area="${id}" geo-src="${api.url('ok', 'geo.json')}"`,
          { width },
        );
        expectLabels(widget, 'vi', [LABELS.vi[which]]);
        const svg = picture(widget).getBoundingClientRect();
        const shapes = [...picture(widget).querySelectorAll('[role=option]')].map((o) =>
          o.getBoundingClientRect(),
        );
        const wide =
          Math.max(...shapes.map((b) => b.right)) - Math.min(...shapes.map((b) => b.left));
        expect(wide / svg.width, 'the mainland keeps its room').to.be.greaterThan(0.4);
      };
      it(title, run);
    }

  for (const width of [160, 360, 800])
    it(`are at 11 px or more with larger letters, at ${width} px`, async () => {
      const widget = await putMap('indicator="coverage" style="--tcns-scale: 1.5"', {
        width,
        data: nation2008(),
      });
      await drawn(widget);
      expectLabels(widget);
    });

  for (const width of [720, 800, 860, 1000])
    it(`are at 11 px or more beside the legend, at ${width} px`, async () => {
      expectLabels(await showMap(nation2008(), '', { width }));
    });

  it('maps of other provinces have neither', async () => {
    const widget = await showMap(communes('44@2025', 5), 'area="44@2025"');
    expect(textOf(widget)).not.to.contain('Hoàng Sa');
    expect(textOf(widget)).not.to.contain('Trường Sa');
  });

  it('the map of Đà Nẵng says that it has Hoàng Sa, and not that it has Trường Sa', async () => {
    const widget = await showMap(communes('48@2025', 5), 'area="48@2025"');
    expect(textOf(widget)).to.contain('Hoàng Sa');
    expect(textOf(widget)).not.to.contain('Trường Sa');
  });

  it('carry the figure of their province, and lead to it', async () => {
    const widget = await showMap(nation2008());
    const islands = [...picture(widget).querySelectorAll('g')]
      .find((g) => g.textContent?.includes('Hoàng Sa') && !g.querySelector('g'))!
      .querySelector('path')!;
    const daNang = picture(widget).querySelector('[aria-label^="Đà Nẵng:"]')!;
    expect(getComputedStyle(islands).fill).to.equal(getComputedStyle(daNang).fill);
    let area: string | null | undefined;
    widget.addEventListener('tcns-select', (event) => (area = event.detail.area));
    islands.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(area).to.equal('48@2008');
  });

  for (const layout of ['tiles', 'geo'])
    it(`carry the figure of their own special zone on the map of the province, and lead to it (${layout})`, async () => {
      const document = communes('48@2025', 6, ['Xã Mẫu 1', 'Đặc khu Hoàng Sa']);
      const widget = await showMap(document, `area="48@2025" layout="${layout}"`);
      const islands = picture(widget).querySelector('.islands')!;
      const zone = picture(widget).querySelector('[aria-label^="Đặc khu Hoàng Sa:"]')!;
      const other = picture(widget).querySelector('[aria-label^="Xã Mẫu 6:"]')!;
      expect(getComputedStyle(islands).fill).to.equal(getComputedStyle(zone).fill);
      expect(getComputedStyle(islands).fill).not.to.equal(getComputedStyle(other).fill);
      let area: string | null | undefined;
      widget.addEventListener('tcns-select', (event) => (area = event.detail.area));
      islands.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      expect(area).to.equal(
        Object.keys(document.areas).find((id) => document.areas[id]!.name === 'Đặc khu Hoàng Sa'),
      );
    });

  it('are faded with the areas of their class while the legend points at another', async () => {
    const widget = await showMap(nation2008());
    const islands = [...picture(widget).querySelectorAll('.islands')];
    const coloured = () => islands.filter((one) => !one.matches('.none')).length;
    expect(coloured()).to.be.greaterThan(0);
    await press(widget, 'chưa có số liệu');
    await settle(widget);
    expect(coloured()).to.equal(0);
    // Their outline stays: they are on every map.
    for (const one of islands) expect(getComputedStyle(one).stroke).not.to.equal('none');
  });

  it('no border and no label is drawn before the data are there', async () => {
    const api = await faultyApi(nation2008());
    for (const layout of ['geo', 'tiles']) {
      const widget = await putMap(
        `api="${api.base('hang')}" area="vn@2008" indicator="coverage" layout="${layout}"`,
      );
      expect(pictureOf(widget)).to.equal(null);
      expect(widget.shadowRoot!.querySelectorAll('path, svg text').length).to.equal(0);
      expect(textOf(widget)).to.equal('Đang tải…');
    }
  });

  it('no border and no label is drawn where the data never come', async () => {
    const api = await faultyApi(nation2008());
    const widget = await putMap(`api="${api.base('404')}" area="vn@2008" indicator="coverage"`);
    await until(() => textOf(widget).includes('Không tải được số liệu'), 'the failure');
    expect(widget.shadowRoot!.querySelectorAll('path, svg text').length).to.equal(0);
  });

  it('stay when the data are brought up to date, and when the API dies', async () => {
    const api = await faultyApi(nation2008());
    const widget = await putMap(`api="${api.base()}" area="vn@2008" indicator="coverage"`, {
      width: 700,
    });
    await drawn(widget);
    expectLabels(widget);
    await api.mode('404');
    await widget.reload();
    await settle(widget);
    expect(part(widget, 'stale')).to.contain('Chưa cập nhật được');
    expectLabels(widget);
  });
});
