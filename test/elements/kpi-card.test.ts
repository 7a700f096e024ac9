/** The card: its states and what it says. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { eachApi } from '../data/faulty-api.js';
import {
  corrected,
  empty,
  estimated,
  falling,
  formerProvince,
  forms,
  history,
  missingWithLastKnown,
  missingWithTarget,
  note,
  pair,
  pinned,
  provisional,
  rank,
  ready,
  sampleFigure,
  targetExceeded,
  targetMet,
  targetUnder,
  worsening,
} from '../support/fixtures/observations.js';
import { describeFigureWidget } from './shared.js';
import {
  allByRole,
  becomes,
  byRole,
  isVisible,
  nameOf,
  part,
  press,
  put,
  show,
  stateOf,
  textOf,
  until,
  type Widget,
} from './support.js';

const TAG = 'tcns-kpi-card';
const VALUE = 'value';

describe(TAG, () => {
  describeFigureWidget({ tag: TAG, attributes: '', inline: false, unfold: async () => {} });

  const api = eachApi(ready);
  const ask = (behaviour: string, inside = ''): Promise<Widget> =>
    put(`<${TAG} api="${api.base(behaviour)}" area="vn" indicator="teams">${inside}</${TAG}>`);
  const card = (widget: Element): HTMLElement =>
    widget.shadowRoot!.querySelector<HTMLElement>('[part~=card]')!;

  describe('states', () => {
    it('without a fallback it waits as a skeleton of its own size', async () => {
      const widget = await ask('slow');
      expect(card(widget).getAttribute('aria-busy')).to.equal('true');
      expect(textOf(widget)).to.equal('Đang tải…');
      const before = widget.getBoundingClientRect();
      await becomes(widget, 'ready');
      expect(card(widget).getAttribute('aria-busy')).to.equal('false');
      const after = widget.getBoundingClientRect();
      expect([after.width, after.height]).to.deep.equal([before.width, before.height]);
    });

    it('fails with a quiet sentence and tries again when asked', async () => {
      const widget = await ask('403', '<span>45.895 tổ</span>');
      await becomes(widget, 'failed');
      expect(nameOf(byRole(widget, 'status'))).to.equal('Không tải được số liệu. Thử lại');
      await press(widget, 'Thử lại');
      await until(async () => (await api.log()).length === 2, 'the second request');
      // A click while that is on its way would only wait for it.
      await widget.reload();
      await becomes(widget, 'failed');
      await api.mode('ok');
      await press(widget, 'Thử lại');
      await becomes(widget, 'ready');
      expect(part(widget, VALUE)).to.equal('45.895 tổ');
      expect(isVisible(widget.querySelector('span')!)).to.equal(false);
    });

    it('keeps the focus on the button that tries again in vain', async () => {
      const widget = await ask('403');
      await becomes(widget, 'failed');
      byRole(widget, 'button', 'Thử lại').focus();
      await sendKeys({ press: 'Enter' });
      await until(async () => (await api.log()).length === 2, 'the second request');
      await becomes(widget, 'failed');
      expect(widget.shadowRoot!.activeElement === null).to.equal(false);
    });

    it('says so where the document has nothing for it', async () => {
      const widget = await put<Widget>(
        `<${TAG} area="vn" indicator="teams" heading="Số tổ"></${TAG}>`,
      );
      widget.data = empty();
      await until(() => textOf(widget).includes('.'), 'the sentence');
      expect(textOf(widget)).to.equal(
        'Số tổ Nguồn số liệu của cả nước không có chỉ số được yêu cầu.',
      );
      expect(part(widget, VALUE)).to.equal(undefined);
    });

    it('keeps its height through every state', async () => {
      const heights = new Set<number>();
      const measure = (widget: Element) => heights.add(widget.getBoundingClientRect().height);
      measure(await ask('slow'));
      const failed = await ask('404');
      await becomes(failed, 'failed');
      measure(failed);
      measure(await show(TAG, ready()));
      measure(await show(TAG, { ...empty(), observations: [] }));
      expect([...heights]).to.have.length(1);
    });

    it('is not drawn again by an update that brings nothing new', async () => {
      const widget = await ask('ok');
      await becomes(widget, 'ready');
      const figure = widget.shadowRoot!.querySelector('[part~=value]')!;
      const changes = new MutationObserver(() => {});
      changes.observe(widget.shadowRoot!, { subtree: true, childList: true, characterData: true });
      await widget.reload();
      expect(stateOf(widget)).to.equal('ready');
      expect(changes.takeRecords().length).to.equal(0);
      expect(widget.shadowRoot!.querySelector('[part~=value]') === figure).to.equal(true);
    });
  });

  describe('what it says', () => {
    const SAID: [what: string, make: () => ReturnType<typeof ready>, ...words: string[]][] = [
      ['the title with its area', ready, 'Số tổ, cả nước'],
      [
        'the date and the source',
        ready,
        'Số liệu tính đến tháng 8/2022',
        'Nguồn: Lao động Thủ đô (dẫn Bộ TT&TT)',
      ],
      [
        'what a former province is now',
        formerProvince,
        'Số tổ, Bình Phước (cũ)',
        'Nay thuộc TP. Đồng Nai',
      ],
      ['the pair behind a rate', pair, '80,95%', '51/63'],
      ['the change of a rank', rank, 'tăng 2 bậc so với năm 2022'],
      ['a fall that is better', falling, 'giảm 11 so với tháng 5/2026 (chuyển biến tốt)'],
      [
        'a fall that is worse',
        worsening,
        'giảm 2,2 điểm phần trăm so với tháng 5/2026 (chuyển biến kém)',
      ],
      ['a target that is met', targetMet, 'Chỉ tiêu 80%', 'Đạt chỉ tiêu'],
      ['a target that is exceeded', targetExceeded, 'Chỉ tiêu 80%', 'Vượt chỉ tiêu'],
      ['a target that is not met', targetUnder, 'Chỉ tiêu 80%', 'Chưa đạt chỉ tiêu'],
      ['a goal without a result', missingWithTarget, 'Chưa có số liệu', 'Chỉ tiêu 50%'],
      [
        'the last known figure',
        missingWithLastKnown,
        'Chưa có số liệu',
        'Số gần nhất: 91,4% (tháng 12/2025)',
      ],
      ['an estimate', estimated, 'Số ước tính'],
      ['a provisional figure', provisional, 'Số sơ bộ'],
      ["the source's own words", note, 'Theo nguồn: “vượt 30% so với chỉ tiêu được giao”'],
      ['an interval', note, 'Số liệu 6 tháng đầu năm 2023'],
      [
        'a correction',
        corrected,
        'Đã đính chính ngày 15/7/2026; số đã công bố trước đó: 121 tổ (một thôn đã báo cáo hai lần)',
      ],
    ];
    for (const [what, make, ...words] of SAID)
      it(`says ${what}`, async () => {
        const text = textOf(await show(TAG, make()));
        for (const each of words) expect(text).to.contain(each);
      });

    it('never words a fall as progress where the data does not say which way is better', async () => {
      const document = falling();
      delete document.indicators['dossier.overdue']!.better;
      const text = textOf(await show(TAG, document));
      expect(text).to.contain('giảm 11 so với tháng 5/2026');
      expect(text).not.to.match(/chuyển biến/);
    });

    it('says that an invented figure is one, in title and footer', async () => {
      const widget = await show(TAG, sampleFigure());
      expect(nameOf(byRole(widget, 'heading'))).to.contain('Số liệu minh họa');
      expect(part(widget, 'footer')).to.contain('Số liệu minh họa');
      expect(textOf(await show(TAG, ready()))).not.to.contain('minh họa');
    });

    it('has a heading of the level that the page wants', async () => {
      for (const [attribute, level] of [
        ['', '3'],
        ['heading-level="2"', '2'],
        ['heading-level="6"', '6'],
        ['heading-level="9"', '3'],
        ['heading-level="x"', '3'],
      ] as const) {
        const widget = await show(TAG, ready(), attribute);
        expect(byRole(widget, 'heading').getAttribute('aria-level'), attribute).to.equal(level);
      }
      const own = await show(TAG, ready(), 'heading="Tổ công nghệ số"');
      expect(nameOf(byRole(own, 'heading'))).to.equal('Tổ công nghệ số');
    });

    it('says less when it is compact, but never less than date and source', async () => {
      const widget = await show(TAG, targetUnder(), 'variant="compact"');
      const text = textOf(widget);
      expect(text).to.contain('42,8%').and.not.to.contain('Chỉ tiêu 80%');
      expect(part(widget, 'date')).to.contain('tháng 6/2026');
      expect(part(widget, 'source')).to.contain('Nguồn: ');
    });
  });

  describe('its bar', () => {
    const bar = (widget: Element) => allByRole(widget, 'img', /^Tiến độ/);

    it('is as long as the share of the target, and says it', async () => {
      const widget = await show(TAG, targetUnder());
      expect(nameOf(bar(widget)[0]!)).to.equal('Tiến độ so với chỉ tiêu: 53,5% chỉ tiêu');
      const [track, fill] = bar(widget)[0]!.querySelectorAll('rect');
      const share = fill!.getBoundingClientRect().width / track!.getBoundingClientRect().width;
      expect(share).to.be.closeTo(0.535, 0.005);
    });

    it('is full, not longer, above the target', async () => {
      const [track, fill] = bar(await show(TAG, targetExceeded()))[0]!.querySelectorAll('rect');
      const widths = [fill, track].map((rect) => rect!.getBoundingClientRect().width);
      expect(widths[0]).to.be.closeTo(widths[1]!, 1.5);
    });

    for (const form of ['missingWithTarget', 'lowerUnder', 'lowerMet', 'ready', 'note'] as const)
      it(`is not there for ${form}`, async () => {
        expect(bar(await show(TAG, forms[form]())).length).to.equal(0);
      });
  });

  describe('its line', () => {
    const line = (widget: Element) => allByRole(widget, 'img', /^Biểu đồ/);

    it('says where it begins and where it ends', async () => {
      const widget = await show(TAG, history());
      expect(nameOf(line(widget)[0]!)).to.equal(
        'Biểu đồ: 410 người (tháng 01/2026) đến 812 người (tháng 7/2026)',
      );
    });

    it('is not drawn for fewer than three exact figures, and not when compact', async () => {
      expect(line(await show(TAG, missingWithLastKnown())).length).to.equal(0);
      expect(line(await show(TAG, pinned())).length, 'two exact, one not').to.equal(0);
      expect(line(await show(TAG, history(), 'variant="compact"')).length).to.equal(0);
    });

    it('ends at the date that is pinned', async () => {
      const widget = await show(TAG, history(), 'at="2026-03"');
      expect(nameOf(line(widget)[0]!)).to.contain('đến 520 người (tháng 3/2026)');
    });

    it('breaks where a figure is missing', async () => {
      const [path] = line(await show(TAG, history()))[0]!.querySelectorAll('path');
      expect(path!.getAttribute('d')!.match(/M/g)).to.have.length(2);
    });
  });
});
