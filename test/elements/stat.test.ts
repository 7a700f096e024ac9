import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  approximate,
  corrected,
  formerProvince,
  missingWithTarget,
  note,
  pair,
  pairAlone,
  pinned,
  ready,
  sampleFigure,
} from '../support/fixtures/observations.js';
import { describeFigureWidget } from './shared.js';
import {
  allByRole,
  byRole,
  isVisible,
  part,
  press,
  put,
  show,
  textOf,
  until,
  type Widget,
} from './support.js';

const TAG = 'tcns-stat';
const VALUE = 'value';
const tip = (widget: Element): string | undefined => part(widget, 'tip');

/** A sentence of an article, with a figure in it. */
async function sentence(attributes = '', inside = 'hơn 45 nghìn', style = ''): Promise<Widget> {
  const widget = await put<Widget>(
    `<button id="before">Trước</button><p style="${style}">Đến nay cả nước có <${TAG} indicator="teams" ${attributes}>${inside}</${TAG}> tổ.</p>
     <button id="after">Sau</button>`,
  );
  widget.data = ready();
  await widget.updateComplete;
  return widget;
}

describe(TAG, () => {
  describeFigureWidget({
    tag: TAG,
    attributes: 'unit',
    inline: true,
    unfold: async (widget) => {
      if (allByRole(widget, 'button').length === 1) await press(widget, /./);
    },
  });

  describe('inside a sentence', () => {
    it('is read in its place, without its unit', async () => {
      const widget = await sentence();
      expect(part(widget, VALUE)).to.equal('45.895');
    });

    it('keeps its sign beside its digits in the narrow column of a table', async () => {
      const widget = await put<Widget>(
        `<div style="width: 180px"><table><tr><th>Loại dịch vụ công trực tuyến</th>
         <td><${TAG} indicator="teams">98,5%</${TAG}></td><td>Cấp huyện và cấp xã</td></tr></table></div>`,
      );
      widget.data = ready();
      await widget.updateComplete;
      const figure = widget.shadowRoot!.querySelector<HTMLElement>('.value')!;
      figure.textContent = '98,5%';
      const range = document.createRange();
      range.selectNodeContents(figure);
      expect(new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size).to.equal(
        1,
      );
    });

    it('inherits font, size, colour and weight of the text', async () => {
      const widget = await sentence(
        '',
        'x',
        'font: italic 700 23px/2 Georgia; color: rgb(1, 2, 3)',
      );
      const value = getComputedStyle(byRole(widget, 'button'));
      const text = getComputedStyle(widget.closest('p')!);
      for (const property of [
        'fontFamily',
        'fontSize',
        'fontStyle',
        'fontWeight',
        'color',
      ] as const)
        expect(value[property], property).to.equal(text[property]);
      expect(getComputedStyle(widget).display).to.equal('inline');
    });

    it('breaks with its line where the column is narrow', async () => {
      const document = ready();
      document.indicators['teams'] = { name: 'x', unit: 'đơn vị hành chính cấp xã trên cả nước' };
      const widget = await put<Widget>(
        `<p style="width: 180px; font: 16px sans-serif">Có <${TAG} indicator="teams" unit></${TAG}> nhé.</p>`,
      );
      widget.data = document;
      await widget.updateComplete;
      expect(part(widget, VALUE)).to.contain('đơn vị hành chính');
      const paragraph = widget.closest('p')!;
      expect(paragraph.scrollWidth).to.be.at.most(180);
    });

    it('leaves no full stop alone on a line', async () => {
      const widget = await put<Widget>(
        `<p style="font: 16px sans-serif">chữ chữ chữ <${TAG} indicator="teams"></${TAG}>. Rồi</p>`,
      );
      widget.data = ready();
      await widget.updateComplete;
      const paragraph = widget.closest('p')!;
      const stop = document.createRange();
      stop.setStart(widget.nextSibling!, 0);
      stop.setEnd(widget.nextSibling!, 1);
      for (let width = 60; width < 260; width++) {
        paragraph.style.width = `${width}px`;
        const { bottom } = byRole(widget, 'button').getBoundingClientRect();
        expect(stop.getBoundingClientRect().top, `${width} px`).to.be.below(bottom - 4);
      }
    });

    it('keeps the words of the journalist where the figure is missing or unknown', async () => {
      for (const [data, indicator] of [
        [missingWithTarget(), 'dossier.online'],
        [ready(), 'unknown'],
      ] as const) {
        const widget = await put<Widget>(
          `<p><${TAG} indicator="${indicator}"><span>một nửa</span></${TAG}></p>`,
        );
        widget.data = data;
        await widget.updateComplete;
        expect(isVisible(widget.querySelector('span')!)).to.equal(true);
        expect(textOf(widget)).to.equal('');
      }
    });

    it('takes no room while there is neither figure nor fallback', async () => {
      const widget = await put<Widget>(`<p><${TAG} indicator="unknown"></${TAG}></p>`);
      expect(widget.getBoundingClientRect().width).to.equal(0);
      widget.data = ready();
      await widget.updateComplete;
      expect(textOf(widget), 'no hole in the sentence').to.equal('(chưa có số liệu)');
    });
  });

  describe('its note', () => {
    it('tells whose figure it is, its date and its source', async () => {
      const widget = await show(TAG, approximate());
      expect(tip(widget)).to.equal(undefined);
      await press(widget, 'hơn 15.000');
      expect(tip(widget)).to.contain('Số thành viên tổ, TP. Đà Nẵng (cũ)');
      expect(part(widget, 'date')).to.equal(
        'Số liệu tính đến khoảng tháng 12/2022 (nguồn không ghi ngày)',
      );
      expect(part(widget, 'source')).to.equal('Nguồn: Báo Đà Nẵng (dẫn Sở TT&TT, UBND phường)');
    });

    it('tells the pair behind a rate, and says a pair alone but once', async () => {
      const widget = await show(TAG, pair());
      await press(widget, '80,95%');
      expect(tip(widget)).to.contain('51/63');
      const alone = await show(TAG, pairAlone());
      await press(alone, '51/63');
      expect(tip(alone)).to.contain('Nguồn: ').and.not.to.contain('51/63');
    });

    const NOTES: [what: string, make: () => ReturnType<typeof ready>, words: string][] = [
      ['the words of the source', note, 'Theo nguồn: “vượt 30% so với chỉ tiêu được giao”'],
      ['a correction', corrected, 'số đã công bố trước đó: 121 tổ (một thôn đã báo cáo hai lần)'],
      ['that the figure is a sample', sampleFigure, 'Số liệu minh họa'],
      ['what the area is now', formerProvince, 'nay thuộc TP. Đồng Nai'],
    ];
    for (const [what, make, words] of NOTES)
      it(`tells ${what}`, async () => {
        const widget = await show(TAG, make());
        await press(widget, /./);
        expect(tip(widget)?.toLowerCase()).to.contain(words.toLowerCase());
      });

    it('opens with the keyboard alone, and Escape closes it', async () => {
      const widget = await sentence();
      const value = byRole(widget, 'button', '45.895');
      document.querySelector<HTMLElement>('#before')!.focus();
      await sendKeys({ press: 'Tab' });
      await widget.updateComplete;
      expect(widget.shadowRoot!.activeElement === value, 'on the figure').to.equal(true);
      expect(tip(widget), 'focus opens it').to.contain('Số tổ, cả nước');
      expect(value.getAttribute('aria-expanded')).to.equal('true');
      await sendKeys({ press: 'Escape' });
      await widget.updateComplete;
      expect(tip(widget)).to.equal(undefined);
      expect(value.getAttribute('aria-expanded')).to.equal('false');
      expect(widget.shadowRoot!.activeElement === value, 'focus stays').to.equal(true);
      await sendKeys({ press: 'Enter' });
      await widget.updateComplete;
      expect(tip(widget), 'Enter opens it').to.contain('Số tổ');
      await sendKeys({ press: ' ' });
      await widget.updateComplete;
      expect(tip(widget), 'Space closes it').to.equal(undefined);
    });

    it('closes when the focus goes on', async () => {
      const widget = await sentence();
      byRole(widget, 'button', '45.895').focus();
      await widget.updateComplete;
      // A focus that shows opens it already.
      if (tip(widget) === undefined) await press(widget, '45.895');
      expect(tip(widget)).not.to.equal(undefined);
      document.querySelector<HTMLElement>('#after')!.focus();
      await widget.updateComplete;
      expect(tip(widget)).to.equal(undefined);
    });

    it('opens under a mouse and closes when it has left for a while', async () => {
      const widget = await sentence();
      const inside = byRole(widget, 'button', '45.895').closest('.stat')!;
      const mouse = (type: string) =>
        inside.dispatchEvent(new PointerEvent(type, { pointerType: 'mouse' }));
      mouse('pointerenter');
      await widget.updateComplete;
      expect(tip(widget)).to.contain('Số tổ');
      mouse('pointerleave');
      mouse('pointerenter');
      await widget.updateComplete;
      expect(tip(widget), 'a mouse that comes back in time').to.contain('Số tổ');
      mouse('pointerleave');
      await until(() => tip(widget) === undefined, 'the end of the note');
    });

    it('stays inside the window, at both edges', async () => {
      for (const align of ['left', 'right']) {
        const widget = await sentence('', 'x', `text-align: ${align}; margin: 0`);
        await press(widget, '45.895');
        const box = widget.shadowRoot!.querySelector('[part~=tip]')!.getBoundingClientRect();
        expect(box.left).to.be.at.least(0);
        expect(box.right).to.be.at.most(document.documentElement.clientWidth);
        expect(document.documentElement.scrollWidth).to.be.at.most(window.innerWidth);
      }
    });

    it('does not take over the style of the sentence', async () => {
      const widget = await sentence(
        '',
        'x',
        'font-size: 60px; text-transform: uppercase; letter-spacing: 9px; line-height: 5; font-style: italic',
      );
      await press(widget, '45.895');
      const style = getComputedStyle(widget.shadowRoot!.querySelector('[part~=tip]')!);
      expect(style.fontSize).to.equal('14px');
      expect(style.textTransform).to.equal('none');
      expect(style.letterSpacing).to.equal('normal');
      expect(style.fontStyle).to.equal('normal');
      expect(style.lineHeight).to.equal('21px');
    });

    it('is dark on a dark page, and light on a light one', async () => {
      for (const [scheme, dark] of [
        ['dark', true],
        ['normal', false],
        ['light', false],
      ] as const) {
        const widget = await sentence('', 'x', `color-scheme: ${scheme}`);
        await press(widget, '45.895');
        const { backgroundColor } = getComputedStyle(
          widget.shadowRoot!.querySelector('[part~=tip]')!,
        );
        const [red = 0] = backgroundColor.match(/\d+/g)!.map(Number);
        expect(red < 128, scheme).to.equal(dark);
      }
    });
  });

  describe('on a page that is zoomed', () => {
    for (const zoom of [0.8, 1.25, 1.5])
      it(`keeps its note in the window at ${zoom}`, async () => {
        const widget = await sentence();
        const box = widget.closest('p')!;
        box.style.cssText = `zoom: ${zoom}; position: absolute; right: 0; width: max-content`;
        await press(widget, '45.895');
        const note = widget.shadowRoot!.querySelector<HTMLElement>('[part=tip]')!;
        const { left, right } = note.getBoundingClientRect();
        const most = document.documentElement.clientWidth;
        expect(left).to.be.at.least(7);
        expect(right).to.be.at.most(most - 7);
        // Where the letters are wide, the figure stands so far to the left that nothing has to move.
        if (note.style.getPropertyValue('--_shift') !== '0px')
          expect(right, 'no farther from its figure than it has to be').to.be.above(most - 10);
      });
  });

  describe('pinned', () => {
    it('keeps its figure and offers the newest beside the source', async () => {
      const widget = await show(TAG, pinned(), 'at="2022-08"');
      expect(part(widget, VALUE)).to.equal('45.895');
      await press(widget, '45.895');
      expect(tip(widget)).not.to.contain('74.000');
      await press(widget, 'Xem số liệu mới nhất');
      expect(tip(widget)).to.contain(
        'Số liệu mới nhất: hơn 74.000 tổ. Số liệu tính đến tháng 3/2025',
      );
      expect(part(widget, VALUE), 'the sentence stays').to.equal('45.895');
    });

    it('offers the newest to the keyboard, and keeps the focus and the note', async () => {
      const widget = await show(TAG, pinned(), 'at="2022-08"');
      await press(widget, '45.895');
      widget.shadowRoot!.querySelector<HTMLElement>('.value')!.focus();
      await sendKeys({ press: 'Tab' });
      expect(widget.shadowRoot!.activeElement?.textContent).to.equal('Xem số liệu mới nhất');
      await sendKeys({ press: 'Enter' });
      await widget.updateComplete;
      expect(tip(widget)).to.contain('Số liệu mới nhất: hơn 74.000 tổ');
      expect(widget.shadowRoot!.activeElement?.className).to.equal('value');
      await sendKeys({ press: 'Escape' });
      expect(tip(widget) ?? '').to.equal('');
    });

    it('marks a corrected figure in the sentence itself, where paper has it too', async () => {
      const widget = await show(TAG, corrected(), '');
      expect(textOf(widget)).to.equal('112 (đã đính chính)');
    });

    it('offers nothing where there is nothing newer', async () => {
      const widget = await show(TAG, pinned(), 'at="2025-03"');
      await press(widget, 'hơn 74.000');
      expect(allByRole(widget, 'button', 'Xem số liệu mới nhất').length).to.equal(0);
    });
  });
});
