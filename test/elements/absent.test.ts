/** A widget without figures: what it says of them, and that it is not taken for one that still waits. */
import { expect } from '@open-wc/testing';
import { WIDGETS } from '../../src/api/widget-catalogue.js';
import '../../src/register.js';
import { ready, readyMembers } from '../support/fixtures/observations.js';
import { becomes, boxOf, put, textOf, until, type Widget } from './support.js';

/** The widgets that are a box with figures in it. */
const BOXES = WIDGETS.filter((name) => name !== 'dashboard' && name !== 'stat');
const OF_FIGURES = ['kpi-card', 'coverage-map', 'ranking', 'trend'] as const;
const KEPT = 700;

/** Teams are explained, and only members are counted. */
const withoutTeams = () => {
  const members = readyMembers();
  return { ...members, indicators: { ...members.indicators, ...ready().indicators } };
};

async function shown(tag: string, attributes: string, data: unknown): Promise<Widget> {
  const widget = await put<Widget>(`<tcns-${tag} ${attributes}></tcns-${tag}>`);
  widget.data = data;
  await until(() => textOf(widget).includes('.'), 'a sentence');
  return widget;
}

describe('the sentence of a widget that has no figure', () => {
  it('names the figure where the document does not know the place', async () => {
    const asked = 'indicator="teams" heading="Bao nhiêu tổ?"';
    const there = await shown('kpi-card', `${asked} area="99@2008"`, withoutTeams());
    expect(textOf(there)).to.equal(
      'Bao nhiêu tổ? Chưa có số liệu về “Số tổ” của địa bàn được yêu cầu.',
    );
  });

  for (const tag of OF_FIGURES)
    it(`<tcns-${tag}> names the place where the document does not know the indicator`, async () => {
      const widget = await shown(tag, 'indicator="nope" area="vn"', readyMembers());
      expect(textOf(widget)).to.equal('Nguồn số liệu của cả nước không có chỉ số được yêu cầu.');
    });

  it('names no place that the document does not know', async () => {
    const widget = await shown('kpi-card', 'indicator="nope" area="99@2008"', readyMembers());
    expect(textOf(widget)).to.equal('Nguồn không có chỉ số được yêu cầu.');
  });

  it('names the figure, the place and the date where those of the date have left the document', async () => {
    const asked = 'indicator="teams" area="vn" at="2020" heading="Bao nhiêu tổ?"';
    const widget = await shown('kpi-card', asked, ready());
    expect(textOf(widget)).to.equal(
      'Bao nhiêu tổ? Nguồn không có số liệu năm 2020 về “Số tổ” của cả nước.',
    );
    widget.lang = 'en';
    await until(() => textOf(widget).includes('source'), 'English');
    expect(textOf(widget)).to.equal(
      'Bao nhiêu tổ? The source has no figure for 2020 on “Teams” (nationwide).',
    );
  });

  it('stands in a sentence of the page, which would have a hole', async () => {
    const widget = await put<Widget>('<tcns-stat indicator="nope" area="vn"></tcns-stat>');
    widget.data = readyMembers();
    await until(() => textOf(widget) === '(chưa có số liệu)', 'no figure');
    const failed = await put<Widget>(
      '<tcns-stat src="/no-such.json" indicator="teams"></tcns-stat>',
    );
    await until(() => textOf(failed) === '(không tải được số liệu)', 'failed');
    failed.textContent = '45.895 tổ';
    await until(() => textOf(failed) === '', 'the text of the author alone');
  });
});

/** A widget with room to spare, and what it draws there. */
async function inRoom(tag: string, attributes: string, inside = ''): Promise<Widget> {
  const box = await boxOf(340);
  box.innerHTML = `<tcns-${tag} ${attributes} style="--tcns-${tag}-min-height: ${KEPT}px">${inside}</tcns-${tag}>`;
  return box.firstElementChild as Widget;
}

const find = (widget: Element, selector: string) =>
  widget.shadowRoot!.querySelector<HTMLElement>(selector);

describe('a widget that has failed', () => {
  for (const tag of BOXES)
    it(`<tcns-${tag}> is not taken for one that waits`, async () => {
      const { fetch } = window;
      window.fetch = () => new Promise(() => undefined);
      const waiting = await inRoom(tag, 'src="/never.json"');
      await until(() => find(waiting, '.ghost .block'), 'the shapes');
      expect(find(waiting, '.absent, .failure')).to.equal(null);
      window.fetch = fetch;
      for (const theme of ['light', 'dark']) {
        const failed = await inRoom(tag, `src="/no-such.json" theme="${theme}"`);
        await until(() => find(failed, '.failure'), 'the sentence');
        expect(find(failed, '.block'), 'no shapes of what comes').to.equal(null);
        expect(getComputedStyle(find(failed, '.absent')!).backgroundImage).to.contain('gradient');
        const { borderLeftColor, color } = getComputedStyle(find(failed, '.failure')!);
        expect(borderLeftColor).not.to.equal(color);
      }
    });

  for (const tag of BOXES)
    for (const [why, attributes, data] of [
      ['that is told nothing to load', '', undefined],
      ['whose document has nothing for it', 'indicator="nope"', readyMembers],
    ] as const)
      if (!data || OF_FIGURES.includes(tag as 'trend'))
        it(`<tcns-${tag}> ${why} fills its room under the author’s text, without a word`, async () => {
          const widget = await inRoom(tag, attributes, '<p>hơn 74.000 tổ</p>');
          if (data) widget.data = data();
          else await becomes(widget, 'failed');
          await until(() => find(widget, '.absent'), 'the room');
          expect(textOf(widget)).to.equal('');
          const text = widget.querySelector('p')!.getBoundingClientRect();
          const room = find(widget, '.absent')!.getBoundingClientRect();
          expect(text.height).to.be.above(0);
          expect(room.top - text.bottom).to.be.within(0, 24);
          expect(widget.getBoundingClientRect().bottom - room.bottom).to.be.within(0, 1);
          expect(widget.getBoundingClientRect().height).to.be.closeTo(KEPT, 1);
        });
});
