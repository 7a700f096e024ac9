/**
 * Pages that are zoomed or scaled (the A+ buttons of portals): px of the screen are not px of the layout. A
 * picture that a reader saves is the same as on a page of the usual size, and what follows the pointer stands
 * where the pointer is.
 */
import { expect } from '@open-wc/testing';
import '../../src/elements/campaign-tracker/campaign-tracker.js';
import '../../src/elements/coverage-map/coverage-map.js';
import '../../src/elements/kpi-card/kpi-card.js';
import '../../src/elements/ranking/ranking.js';
import '../../src/elements/service-guide/service-guide.js';
import '../../src/elements/stat/stat.js';
import '../../src/elements/team-roster/team-roster.js';
import '../../src/elements/trend/trend.js';
import { running } from '../support/fixtures/campaign.js';
import { nation2008 } from '../support/fixtures/map-areas.js';
import * as observations from '../support/fixtures/observations.js';
import { services } from '../support/fixtures/services.js';
import { communes, gaps, national } from '../support/fixtures/trend.js';
import { sampleWards } from '../../tools/sample/sample-teams.js';
import { drawnBy } from './picture.support.js';
import { savedBy } from './support.js';
import { all, press, settle, show, texts, until, type Element } from './trend.support.js';

const PNG = 'Tải ảnh (PNG)';
const SVG = 'Tải ảnh (SVG)';
const SHARE = 'Tải ảnh chia sẻ 1200 × 630 (PNG)';

/** The ways in which pages grow and shrink; the last is the zoom of a browser's window in small steps. */
const WAYS = [0.8, 1.25, 1.5].flatMap((factor) => [
  { name: `zoom: ${factor}`, css: `zoom: ${factor}` },
  { name: `scale(${factor})`, css: `transform: scale(${factor}); transform-origin: 0 0` },
]);

/** The box of the test that the widget stands in. */
const boxAround = (widget: HTMLElement): HTMLElement => widget.parentElement!;

async function grow(widget: Element, css: string): Promise<void> {
  boxAround(widget).style.cssText += `; ${css}`;
  await settle(widget);
  await settle(widget);
}

async function openMenu(widget: HTMLElement, item: string): Promise<void> {
  await press(widget, /^Tùy chọn/);
  await until(() => texts(widget, '[part=menu] li').includes(item), item);
}

interface Seen {
  readonly width: number;
  readonly height: number;
  /** The brightness of each of 48 × 48 fields, 0 to 255. */
  readonly fields: readonly number[];
}

const FIELDS = 48;

async function seenIn(href: string): Promise<Seen> {
  const image = new Image();
  image.src = href;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = FIELDS;
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, FIELDS, FIELDS);
  const { data } = context.getImageData(0, 0, FIELDS, FIELDS);
  const fields = Array.from(
    { length: FIELDS * FIELDS },
    (_, i) => (data[4 * i]! + data[4 * i + 1]! + data[4 * i + 2]!) / 3,
  );
  return { width: image.naturalWidth, height: image.naturalHeight, fields };
}

/** How far two pictures are from each other: 0 for the same, 255 for black and white. */
const distance = (one: Seen, other: Seen): number =>
  one.fields.reduce((sum, field, i) => sum + Math.abs(field - other.fields[i]!), 0) /
  one.fields.length;

/** How far a picture is from a plain one: what a picture of nothing would be away. */
const contrast = (one: Seen): number => {
  const mean = one.fields.reduce((sum, field) => sum + field, 0) / one.fields.length;
  return one.fields.reduce((sum, field) => sum + Math.abs(field - mean), 0) / one.fields.length;
};

const rate = 'area="44@2025" indicator="coverage.hamlet"';
const drawn = async (widget: Element, selector: string): Promise<Element> => {
  await until(() => all(widget, selector).length > 0, selector);
  return widget;
};
const WIDGETS: Readonly<Record<string, () => Promise<Element>>> = {
  card: () => show('tcns-kpi-card', observations.ready(), 'area="vn" indicator="teams"', 400),
  guide: () => show('tcns-service-guide', services(), '', 500),
  roster: async () => drawn(await show('tcns-team-roster', sampleWards(), '', 500), '.team-name'),
  map: async () =>
    drawn(await show('tcns-coverage-map', nation2008(), 'indicator="coverage"', 600), 'svg.map'),
  ranking: () => show('tcns-ranking', communes(), rate, 500),
  campaign: async () =>
    drawn(await show('tcns-campaign-tracker', running(), '', 800), '.plot canvas'),
  chart: async () => {
    const widget = await show<Element>(
      'tcns-trend',
      national(),
      'area="vn" indicator="teams"',
      600,
    );
    await until(
      () => all(widget, '.plot').length === 1 && !all(widget, '.preview').length,
      'chart',
    );
    return widget;
  },
};

const PICTURES: readonly (readonly [widget: string, item: string])[] = [
  ['map', PNG],
  ['map', SVG],
  ['chart', PNG],
  ['ranking', PNG],
  ...['card', 'map', 'chart', 'ranking', 'campaign'].map((name) => [name, SHARE] as const),
];

/** What `look` sees of a widget: on a page of the usual size, and on each other one. */
async function everyWay<T>(
  widget: Element,
  look: () => Promise<T>,
): Promise<{ usual: T; others: (readonly [name: string, seen: T])[] }> {
  const box = boxAround(widget);
  const before = box.style.cssText;
  const usual = await look();
  const others: (readonly [string, T])[] = [];
  for (const { name, css } of WAYS) {
    await grow(widget, css);
    others.push([name, await look()]);
    box.style.cssText = before;
    await settle(widget);
  }
  return { usual, others };
}

describe('on a page that is zoomed or scaled', () => {
  for (const [name, item] of PICTURES)
    it(`${name}, "${item}": the picture is the same`, async () => {
      const widget = await WIDGETS[name]!();
      const { usual, others } = await everyWay(widget, async () => {
        await openMenu(widget, item);
        const act = () => press(widget, item);
        const file = item === SVG ? await savedBy(act) : await drawnBy(act);
        await settle(widget);
        return seenIn(file.href);
      });
      expect(contrast(usual), 'something is drawn').to.be.above(1);
      for (const [way, seen] of others) {
        expect(seen.width, `width at ${way}`).to.be.closeTo(usual.width, 4);
        expect(seen.height, `height at ${way}`).to.be.closeTo(usual.height, usual.height / 20);
        expect(distance(seen, usual), way).to.be.below(contrast(usual) / 2);
      }
    }).timeout(180_000);

  for (const name of ['card', 'guide', 'roster'])
    it(`${name}, as it is seen: each word has its place and its size in the picture`, async () => {
      const widget = await WIDGETS[name]!();
      const { usual, others } = await everyWay(widget, async () => {
        await openMenu(widget, PNG);
        const file = await drawnBy(() => press(widget, PNG));
        await settle(widget);
        return { words: file.words, ...(await seenIn(file.href)) };
      });
      expect(usual.words.length).to.be.above(5);
      for (const [way, seen] of others) {
        expect(seen.width, `width at ${way}`).to.be.closeTo(usual.width, 4);
        expect(seen.words.map(({ text }) => text)).to.deep.equal(
          usual.words.map(({ text }) => text),
        );
        // Each line may be rounded to a whole px of the screen, and so may each letter.
        const down = 8 + usual.height / 20;
        seen.words.forEach(({ text, dots, size }, i) => {
          const word = usual.words[i]!;
          expect(dots.x, `x of ${text} at ${way}`).to.be.closeTo(word.dots.x, usual.width / 20);
          expect(dots.y, `y of ${text} at ${way}`).to.be.closeTo(word.dots.y, down);
          expect(size, `letters of ${text} at ${way}`).to.be.closeTo(word.size, word.size / 8);
        });
      }
    }).timeout(180_000);
});

describe('the pointer on a page that is zoomed or scaled', () => {
  for (const { name, css } of WAYS)
    it(`a trend reads the figure under it at ${name}`, async () => {
      const widget = await show<Element>('tcns-trend', gaps(), rate, 500);
      await until(
        () => all(widget, '.plot').length === 1 && !all(widget, '.preview').length,
        'chart',
      );
      await grow(widget, css);
      const plot = all(widget, '.plot')[0]!;
      const { left, right, top, height } = plot.getBoundingClientRect();
      const factor = (right - left) / plot.offsetWidth;
      const read = async (clientX: number): Promise<string> => {
        const where = { clientX, clientY: top + height / 2 };
        plot.dispatchEvent(new PointerEvent('pointermove', where));
        await widget.updateComplete;
        return texts(widget, '[part=reading]').join();
      };
      expect(await read(right - 12 * factor)).to.contain('Tháng 6/2026');
      expect(await read(left + 60 * factor)).to.contain('Tháng 01/2026');
    });

  for (const { name, css } of WAYS)
    it(`the note of a stat stays in the window at ${name}`, async () => {
      const widget = await show<Element>(
        'tcns-stat',
        observations.ready(),
        'area="vn" indicator="teams"',
      );
      const right = css.replace('0 0', '100% 0');
      boxAround(widget).style.cssText =
        `position: absolute; right: 0; width: max-content; ${right}`;
      await press(widget, '45.895');
      const note = all(widget, '[part=tip]')[0]!;
      const box = note.getBoundingClientRect();
      expect(box.left).to.be.at.least(7);
      expect(box.right).to.be.at.most(document.documentElement.clientWidth - 7);
    });
});
