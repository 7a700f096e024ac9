/** How lines break on a narrow page: what joins the pieces of a list, and marks that stay whole. */
import { expect } from '@open-wc/testing';
import '../../src/elements/campaign-tracker/campaign-tracker.js';
import '../../src/elements/kpi-card/kpi-card.js';
import '../../src/elements/team-roster/team-roster.js';
import { sampleWards } from '../../tools/sample/sample-teams.js';
import { running } from '../support/fixtures/campaign.js';
import { boxOf } from './support.js';
import { settle, until, type Element as Widget } from './trend.support.js';

/** px. Narrower, an address alone is wider than a line and breaks anywhere. */
const WIDTHS = Array.from({ length: 80 }, (_, i) => 240 + i * 4);

const CASES: readonly (readonly [tag: string, attributes: string, document: () => object])[] = [
  ['tcns-campaign-tracker', '', running],
  ['tcns-campaign-tracker', 'view="headline"', running],
  ['tcns-team-roster', '', sampleWards],
  ['tcns-team-roster', 'view="cards"', sampleWards],
  ['tcns-team-roster', 'view="plain"', sampleWards],
];

/** The texts of a widget that begin a line with the dot that belongs to the line before, and how many dots there are. */
function dotsOf(widget: Widget): { count: number; first: string[] } {
  const walker = document.createTreeWalker(widget.shadowRoot!, NodeFilter.SHOW_TEXT);
  const found = { count: 0, first: [] as string[] };
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    for (const { index } of data.matchAll(/(?<!·)·(?!·)/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const dot = range.getBoundingClientRect();
      if (dot.width === 0) continue;
      found.count++;
      let block = node.parentElement!;
      while (/^inline$/.test(getComputedStyle(block).display)) block = block.parentElement!;
      const { paddingLeft } = getComputedStyle(block);
      if (dot.left < block.getBoundingClientRect().left + parseFloat(paddingLeft) + 2)
        found.first.push(block.textContent.replace(/\s+/g, ' ').trim());
    }
  }
  return found;
}

describe('the lines of a narrow widget', () => {
  for (const [tag, attributes, documentOf] of CASES)
    for (const language of ['vi', 'en'])
      it(`of ${tag} ${attributes} never begin with a dot, ${language}`, async () => {
        const box = await boxOf(WIDTHS[0]);
        box.innerHTML = `<${tag} lang="${language}" ${attributes}></${tag}>`;
        const widget = box.firstElementChild as Widget;
        widget.data = documentOf();
        await until(
          () => widget.shadowRoot?.querySelector(`[lang=${language}] [part~=title]`),
          'its title',
        );
        await settle(widget);
        let count = 0;
        for (const width of WIDTHS) {
          box.style.width = `${width}px`;
          const dots = dotsOf(widget);
          expect(dots.first, `${width} px`).to.deep.equal([]);
          count += dots.count;
        }
        expect(count, 'dots').to.be.greaterThan(0);
      });

  it('keep the names of a team’s people together with the dot after them', async () => {
    const box = await boxOf(360);
    box.innerHTML = '<tcns-team-roster></tcns-team-roster>';
    const roster = box.firstElementChild as Widget;
    roster.data = sampleWards();
    await until(() => roster.shadowRoot?.querySelector('.team-row .people li'), 'a team');
    const { content } = getComputedStyle(
      roster.shadowRoot!.querySelector('.team-row .people li')!,
      '::after',
    );
    expect(content).to.equal('"\u00a0· "');
  });

  it('keep the mark of invented figures on one line, where it has the room', async () => {
    for (const width of [240, 280, 300, 320, 340, 360, 380, 400]) {
      const box = await boxOf(width);
      box.innerHTML = '<tcns-team-roster></tcns-team-roster>';
      const roster = box.firstElementChild as Widget;
      roster.data = sampleWards();
      await until(() => roster.shadowRoot?.querySelector('.title .badge'), 'the mark');
      const range = document.createRange();
      range.selectNodeContents(roster.shadowRoot!.querySelector('.title .badge')!);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      expect(new Set(tops).size, `${width} px`).to.equal(1);
    }
  });
});
