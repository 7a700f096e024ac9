/** Hoàng Sa and Trường Sa in the files that a reader downloads. */
import { expect } from '@open-wc/testing';
import { pictureSvg } from '../../src/parts/download/svg-picture.js';
import { nation2008 } from '../support/fixtures/map-areas.js';
import { allByRole, savedBy, until } from './support.js';
import { press } from './coverage-map.acts.support.js';
import { picture, settle, showMap, type MapWidget } from './coverage-map.support.js';

import { LABELS, OTHER_NAMES } from './coverage-map.archipelagos.support.js';

/** The pictures come with the menu's own code. */
async function openMenu(widget: MapWidget): Promise<void> {
  await press(widget, /^Tùy chọn/);
  await until(() => allByRole(widget, 'button', 'Tải ảnh (SVG)').length, 'the pictures');
}

const num = (element: Element, name: string): number => Number(element.getAttribute(name));

/** The SVG file that a reader downloads, and its words outside of the map. */
async function svgFile(widget: MapWidget) {
  await openMenu(widget);
  const { href } = await savedBy(() => press(widget, 'Tải ảnh (SVG)'));
  const text = decodeURIComponent(href.replace(/^.*?,/, ''));
  const file = new DOMParser().parseFromString(text, 'image/svg+xml');
  const texts = [...file.querySelectorAll('text')].map((node) => ({
    text: node.textContent?.trim() ?? '',
    x: num(node, 'x'),
    y: num(node, 'y'),
    node,
  }));
  return { file, texts };
}

describe('tcns-coverage-map: Hoàng Sa and Trường Sa in files', function () {
  for (const layout of ['geo', 'tiles'])
    for (const lang of ['vi', 'en'] as const)
      it(`are in the picture to download of ${layout}, ${lang}`, async () => {
        const widget = await showMap(nation2008(), `layout="${layout}" lang="${lang}"`, {
          width: 360,
        });
        const text = pictureSvg({ svg: picture(widget), heading: 'x', lines: [] });
        const file = new DOMParser().parseFromString(text, 'image/svg+xml');
        expect(file.querySelector('parsererror')).to.equal(null);
        const texts = [...file.querySelectorAll('text')].map((node) => node.textContent?.trim());
        for (const line of LABELS[lang].flat()) expect(texts).to.contain(line);
        expect(text).not.to.match(OTHER_NAMES);
        expect(text).not.to.match(/url\(|class=|var\(|<script|href=/);
      });

  it('are in the file that a reader downloads, under the notice', async () => {
    const widget = await showMap(nation2008());
    await openMenu(widget);
    const { href } = await savedBy(() => press(widget, 'Tải ảnh (SVG)'));
    const text = decodeURIComponent(href);
    for (const line of LABELS.vi.flat()) expect(text).to.contain(line);
    const file = new DOMParser().parseFromString(text.replace(/^.*?,/, ''), 'image/svg+xml');
    const words = [...file.querySelectorAll('text')].map((node) => node.textContent).join(' ');
    expect(words).to.contain('Sơ đồ minh họa, không dùng để xác định địa giới hành chính');
    expect(words).to.contain('Số liệu minh họa');
    expect(words).to.contain('tháng 8/2022');
    expect(words).to.contain('Nguồn: ');
  });

  for (const theme of ['light', 'dark'])
    it(`stand over the legend as it is on the screen, in the file, ${theme}`, async () => {
      const widget = await showMap(nation2008(), `theme="${theme}"`, { width: 620 });
      const items = [...widget.shadowRoot!.querySelectorAll('[part=legend] li')];
      expect(items.length).to.equal(6);
      // A class that is held is no other colour, and no bolder word.
      items[1]!.querySelector('button')!.click();
      await settle(widget);
      const { file, texts } = await svgFile(widget);
      const [title] = texts;
      expect(title!.text.replaceAll('\u00a0', ' ')).to.equal(
        'Tỷ lệ phủ, cả nước (Số liệu minh họa)',
      );
      const notice = texts.find(({ text }) => text.startsWith('Sơ đồ minh họa'))!;
      const map = file.documentElement.querySelector('svg')!;
      for (const item of items) {
        const word = texts.find(({ text }) => text === item.textContent?.trim());
        expect(word, item.textContent ?? '').not.to.equal(undefined);
        const { x, y, node } = word!;
        expect(y)
          .to.be.greaterThan(num(map, 'y') + num(map, 'height'))
          .and.lessThan(notice.y);
        expect(node.getAttribute('font-weight')).to.equal(null);
        const swatch = [...file.querySelectorAll('svg[viewBox="0 0 14 14"]')].find(
          (each) =>
            num(each, 'x') < x && x - num(each, 'x') < 40 && Math.abs(y - num(each, 'y')) < 20,
        )!;
        const [own, drawn] = [item.querySelector('rect')!, swatch.querySelector('rect')!];
        expect(drawn.getAttribute('fill')).to.equal(getComputedStyle(own).fill);
        expect(drawn.getAttribute('opacity')).to.equal('1');
        const hatched = item.textContent?.includes('chưa có số liệu');
        expect(swatch.querySelector('path') !== null, 'the hatching').to.equal(hatched);
      }
    });

  it('stand over a legend whose words end inside the file, at every width', async () => {
    for (const width of [160, 260, 360, 700]) {
      const widget = await showMap(nation2008(), '', { width });
      const { file, texts } = await svgFile(widget);
      document.body.append(document.importNode(file.documentElement, true));
      const shown = document.body.lastElementChild!;
      const { right, bottom } = shown.getBoundingClientRect();
      for (const node of shown.querySelectorAll(':scope > text')) {
        const box = node.getBoundingClientRect();
        expect(box.right, node.textContent ?? '').to.be.at.most(right);
        expect(box.bottom, node.textContent ?? '').to.be.at.most(bottom);
      }
      shown.remove();
      const places = texts.map(({ x, y }) => `${x} ${y}`);
      expect(new Set(places).size, 'no words on others').to.equal(places.length);
    }
  });

  it('stand in a PNG with the same legend, and in a file without one where the page hides it', async () => {
    const widget = await showMap(nation2008(), '', { width: 360 });
    const { file } = await svgFile(widget);
    await openMenu(widget);
    const png = await savedBy(() => press(widget, 'Tải ảnh (PNG)'));
    const image = new Image();
    image.src = png.href;
    await image.decode();
    expect(image.naturalHeight).to.equal(num(file.documentElement, 'height') * 2);
    const bare = await svgFile(await showMap(nation2008(), 'no-legend', { width: 360 }));
    expect(bare.file.querySelector('svg[viewBox="0 0 14 14"]')).to.equal(null);
    expect(num(bare.file.documentElement, 'height')).to.be.lessThan(image.naturalHeight / 2 - 40);
    for (const line of LABELS.vi.flat())
      expect(bare.texts.map(({ text }) => text)).to.contain(line);
  });

  it('stand over the unit where a class does not say it', async () => {
    const widget = await showMap(nation2008(), '', { width: 620 });
    const swatch = widget.shadowRoot!.querySelector<SVGSVGElement>('[part=legend] svg')!;
    const said = (unit: string | undefined, ...labels: string[]) =>
      pictureSvg({
        svg: picture(widget),
        heading: 'x',
        lines: [],
        legend: labels.map((text) => ({ swatch, text })),
        unit,
      });
    expect(said('%', 'dưới 40', '100%')).to.contain('>(%)<');
    expect(said('%', '40%', '100%')).not.to.contain('>(%)<');
    expect(said(undefined, 'dưới 40')).not.to.match(/>\((%|undefined)?\)</);
    expect(said('%')).not.to.contain('>(%)<');
  });
});
