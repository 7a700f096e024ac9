/** A widget takes the place that a page gives to any child there: its box is that of a `<figure>`. */
import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { WIDGETS } from '../../src/api/widget-catalogue.js';
import '../../src/elements/campaign-tracker/campaign-tracker.js';
import '../../src/elements/coverage-map/coverage-map.js';
import '../../src/elements/dashboard/dashboard.js';
import '../../src/elements/kpi-card/kpi-card.js';
import '../../src/elements/ranking/ranking.js';
import '../../src/elements/service-guide/service-guide.js';
import '../../src/elements/team-roster/team-roster.js';
import '../../src/elements/trend/trend.js';
import { boxOf } from './support.js';

/** Styles of the kinds that themes have; `%` is the child. */
const PAGES: Readonly<Record<string, readonly [css: string, markup: string]>> = {
  'a block theme': [
    `.place > :where(:not(.alignfull)) { max-width: 645px; margin-left: auto !important; margin-right: auto !important }
     :where(.place) > * { margin-block-start: 24px; margin-block-end: 0 }`,
    '<div class="place"><p>Đoạn văn.</p>%<p>Đoạn văn.</p></div>',
  ],
  'a classic theme': [
    `.place > * { width: calc(100% - 40px); max-width: 610px; margin: 30px auto }`,
    '<div class="place"><p>Đoạn văn.</p>%<p>Đoạn văn.</p></div>',
  ],
  'a theme with an indent': [
    `.place > * + * { margin: 12px 0 0 10% }`,
    '<div class="place"><p>Đoạn văn.</p>%</div>',
  ],
  'Bootstrap: a column of a row': [
    `* { box-sizing: border-box } .place { display: flex; flex-wrap: wrap; margin: 0 -12px } .place > * { flex-shrink: 0; width: 100%; max-width: 100%; padding: 0 12px; margin-top: 8px }
     .place > .half { flex: 0 0 auto; width: 50% }`,
    '<div class="place"><div class="half">Cột</div><div class="half">%</div></div><div class="place">%</div>',
  ],
  'a grid': [
    `.place { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 20px } .place > * { grid-column: span 2 }`,
    '<div class="place"><p>Ô</p>%<p>Ô</p></div>',
  ],
  'a flex column': [
    `.place { display: flex; flex-direction: column; gap: 16px } .place > * { margin: 0 3em }`,
    '<div class="place"><p>Đoạn văn.</p>%</div>',
  ],
  'a table cell': [
    `.place { width: 100%; table-layout: fixed } .place td { padding: 10px } td > * { margin: 5px 0 }`,
    '<table class="place"><tr><td>Ô</td><td>%</td></tr></table>',
  ],
  'a page from right to left': [
    `.place { direction: rtl } .place > * { max-width: 500px; margin: 10px 0 10px 20px }`,
    '<div class="place"><p>Đoạn văn.</p>%</div>',
  ],
  'an item of a list': [
    // The line of a marker is as high as the letters beside it, which are no box.
    `.place { list-style: none } .place li > * { margin: 6px 0; max-width: 90% }`,
    '<ul class="place"><li>%</li></ul>',
  ],
  'a figure with a caption': [
    `.place { padding: 8px } .place > :not(figcaption) { margin: 4px 12px }`,
    '<div class="place" role="figure"><div>Hình</div>%</div>',
  ],
  'open details': [
    `.place > :not(summary) { margin: 8px 16px }`,
    '<details class="place" open><summary>Xem thêm</summary>%</details>',
  ],
  'text in columns': [
    // Filled one after the other: where columns are balanced, a place follows from the height of what stands in it.
    `.place { columns: 2; column-gap: 20px; column-fill: auto; height: 4000px } .place > * { margin: 8px; break-inside: avoid }`,
    '<div class="place">%</div>',
  ],
  'beside a float': [
    `.place > i { float: left; width: 90px; height: 50px } .place > :not(i) { margin: 20px 0 }`,
    '<div class="place"><i></i>%</div>',
  ],
};

/** A stat is part of a sentence; every other widget is a box of the page. */
const BOXES = WIDGETS.filter((one) => one !== 'stat');

describe('the place of a widget', () => {
  const style = document.createElement('style');
  before(() => document.head.append(style));
  after(() => style.remove());

  for (const [name, [css, markup]] of Object.entries(PAGES))
    it(`is that of a figure in ${name}`, async () => {
      // What pages give every figure; widgets have no margin of their own.
      style.textContent = `:where(figure) { margin: 0 } tcns-kpi-card { --tcns-kpi-card-max-width: none } ${css}`;
      for (const width of [360, 800, 1200]) {
        const box = await boxOf(width);
        const placeOf = async (child: string): Promise<readonly number[][]> => {
          box.innerHTML = markup.replaceAll('%', child);
          const ones = [...box.querySelectorAll<HTMLElement & Partial<LitElement>>('.it')];
          for (const { updateComplete } of ones) await updateComplete;
          return ones.map((one) => {
            const { left, top, width: wide } = one.getBoundingClientRect();
            const outside = box.getBoundingClientRect();
            // What stands before it may be higher than a figure.
            const high = ones.length > 1 ? 0 : top - outside.top;
            return [left - outside.left, high, wide].map(Math.round);
          });
        };
        const wanted = await placeOf('<figure class="it">Hình</figure>');
        // WordPress and other systems put a tag of its own line into a paragraph.
        const inParagraph = await placeOf(
          '<p><span class="it" style="display: block">Hình</span></p>',
        );
        for (const widget of BOXES) {
          const tag = `<tcns-${widget} class="it">Câu văn của trang.</tcns-${widget}>`;
          expect(await placeOf(tag), `${widget} at ${width} px`).to.deep.equal(wanted);
          expect(await placeOf(`<p>${tag}</p>`), `${widget} in <p> at ${width} px`).to.deep.equal(
            inParagraph,
          );
        }
      }
    });

  it('is guarded inside all the same', async () => {
    style.textContent = `.place > * { float: right !important; padding: 40px !important; position: fixed !important;
      height: 10px !important; overflow: hidden !important; opacity: 0.3 !important; transform: rotate(9deg) !important;
      display: inline !important; background: red !important; border: 9px solid !important; color: red !important;
      font: 40px fantasy !important; text-align: right !important; text-transform: uppercase !important }`;
    const box = await boxOf(800);
    box.innerHTML = '<div class="place"><tcns-kpi-card></tcns-kpi-card></div>';
    const widget = box.querySelector('tcns-kpi-card')!;
    await widget.updateComplete;
    const outer = getComputedStyle(widget);
    expect(outer.float).to.equal('none');
    expect(outer.padding).to.equal('0px');
    expect(outer.position).to.equal('static');
    expect(outer.overflow).to.equal('visible');
    expect(outer.opacity).to.equal('1');
    expect(outer.transform).to.equal('none');
    expect(outer.display).to.equal('block');
    expect(outer.borderTopWidth).to.equal('0px');
    expect(widget.getBoundingClientRect().height).to.be.above(200);
    const inner = getComputedStyle(widget.shadowRoot!.querySelector('.root')!);
    expect(inner.color).not.to.equal('rgb(255, 0, 0)');
    expect(inner.fontSize).to.equal('14px');
    expect(inner.textAlign).to.equal('left');
    expect(inner.textTransform).to.equal('none');
  });
});
