/** The card: its menu and downloads, and how it lives on a page. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  corrected,
  definition,
  forms,
  longTexts,
  missingWithTarget,
  pair,
  pinned,
  ready,
  sampleFigure,
  type Form,
} from '../support/fixtures/observations.js';

import {
  allByRole,
  byRole,
  frame,
  catchErrors,
  isVisible,
  nameOf,
  openMenu,
  part,
  press,
  put,
  savedBy,
  show,
  textOf,
  until,
  type Widget,
} from './support.js';

const TAG = 'tcns-kpi-card';
const VALUE = 'value';
const TABLE = 'Xem dưới dạng bảng';

describe(TAG, () => {
  const card = (widget: Element): HTMLElement =>
    widget.shadowRoot!.querySelector<HTMLElement>('[part~=card]')!;

  describe('attributes as a React server writes its properties', () => {
    it('are read once, and give way to a property that is set later', async () => {
      const written = 'headingLevel="2" noMenu="" noDownload=""';
      const widget = await show(TAG, ready(), written);
      const level = () => byRole(widget, 'heading').getAttribute('aria-level');
      expect(level()).to.equal('2');
      expect(allByRole(widget, 'button', /^Tùy chọn cho /)).to.have.length(0);
      expect(widget.hasAttribute('heading-level'), 'no attribute that React would report').to.equal(
        false,
      );
      (widget as unknown as { headingLevel: number }).headingLevel = 4;
      await widget.updateComplete;
      widget.parentElement!.append(widget);
      await widget.updateComplete;
      expect(level()).to.equal('4');
    });
  });

  describe('its menu', () => {
    it('opens inside a link of the page without following it, and its figure follows it', async () => {
      const widget = await put(`<a href="#away"><${TAG} indicator="teams"></${TAG}></a>`);
      widget.data = ready();
      await widget.updateComplete;
      const followed: boolean[] = [];
      widget.closest('a')!.addEventListener('click', (event) => {
        followed.push(!event.defaultPrevented);
        event.preventDefault();
      });
      await openMenu(widget);
      widget.shadowRoot!.querySelector<HTMLElement>('[part~=value]')!.click();
      expect(followed).to.deep.equal([false, true]);
    });

    it('is opened, used and closed with the keyboard alone', async () => {
      const widget = await show(TAG, definition());
      const button = byRole(widget, 'button', /^Tùy chọn cho /);
      expect(nameOf(button)).to.contain('Số tỉnh, thành phố đã thành lập tổ, cả nước');
      for (const key of ['Enter', ' ']) {
        button.focus();
        await sendKeys({ press: key });
        await widget.updateComplete;
        expect(button.getAttribute('aria-expanded'), key).to.equal('true');
        expect(allByRole(widget, 'button', TABLE).length).to.equal(1);
        await sendKeys({ press: 'Tab' });
        expect(nameOf(widget.shadowRoot!.activeElement!), 'the first choice').to.equal(TABLE);
        await sendKeys({ press: 'Escape' });
        await widget.updateComplete;
        expect(allByRole(widget, 'button', TABLE).length, key).to.equal(0);
        expect(widget.shadowRoot!.activeElement === button, 'focus returns').to.equal(true);
      }
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await until(() => allByRole(widget, 'table').length === 1, 'the table');
      expect(widget.shadowRoot!.activeElement === button, 'focus returns').to.equal(true);
    });

    it('closes when the focus leaves it', async () => {
      const widget = await show(TAG, ready());
      byRole(widget, 'button', /^Tùy chọn/).focus();
      await openMenu(widget);
      expect(allByRole(widget, 'button', TABLE).length).to.equal(1);
      (widget.shadowRoot!.activeElement as HTMLElement).blur();
      await widget.updateComplete;
      expect(allByRole(widget, 'button', TABLE).length).to.equal(0);
    });

    it('opens and closes the definition', async () => {
      const widget = await show(TAG, definition());
      const words = 'Số tỉnh, thành phố trực thuộc trung ương đã thành lập tổ';
      expect(textOf(widget)).not.to.contain(words);
      await openMenu(widget);
      await press(widget, 'Định nghĩa');
      expect(textOf(widget)).to.contain(words);
      await openMenu(widget);
      await press(widget, 'Đóng');
      expect(textOf(widget)).not.to.contain(words);
    });

    it('offers a definition only where there is one', async () => {
      const widget = await show(TAG, ready());
      await openMenu(widget);
      expect(allByRole(widget, 'button', 'Định nghĩa').length).to.equal(0);
    });

    it('can be left out, and the download too', async () => {
      expect(allByRole(await show(TAG, ready(), 'no-menu'), 'button').length).to.equal(0);
      const widget = await show(TAG, ready(), 'no-download');
      await openMenu(widget);
      expect(allByRole(widget, 'button', TABLE).length).to.equal(1);
      expect(allByRole(widget, 'button', /CSV/).length).to.equal(0);
    });

    it('is accessible when it is open, and so are table and definition', async () => {
      const widget = await show(TAG, definition());
      await openMenu(widget);
      await expect(widget).to.be.accessible();
      await press(widget, 'Định nghĩa');
      await expect(widget).to.be.accessible();
      await openMenu(widget);
      await press(widget, TABLE);
      await until(() => allByRole(widget, 'table').length === 1, 'the table');
      await expect(widget).to.be.accessible();
    });
  });

  describe('its table', () => {
    async function table(document: ReturnType<typeof ready>, attributes = ''): Promise<string[][]> {
      const widget = await show(TAG, document, attributes);
      await openMenu(widget);
      await press(widget, /^(Xem dưới dạng bảng|View as table)$/);
      await until(() => allByRole(widget, 'table').length === 1, 'the table');
      return allByRole(widget, 'row').map((row) => [...row.children].map(nameOf));
    }

    it('has the same figures, newest first, and their dates and sources', async () => {
      expect(await table(pinned())).to.deep.equal([
        ['Thời điểm', 'Số liệu', 'Nguồn'],
        ['tháng 3/2025', 'hơn 74.000 tổ', 'Số liệu quốc gia do báo chí dẫn lại'],
        ['tháng 8/2022', '45.895 tổ', 'Lao động Thủ đô (dẫn Bộ TT&TT)'],
        ['tháng 6/2022', '27.200 tổ', 'Số liệu quốc gia do báo chí dẫn lại'],
      ]);
    });

    it('ends at the date that is pinned', async () => {
      const rows = await table(pinned(), 'at="2022-08"');
      expect(rows.map(([date]) => date)).to.deep.equal([
        'Thời điểm',
        'tháng 8/2022',
        'tháng 6/2022',
      ]);
    });

    it('names what is missing, the target and the pair', async () => {
      expect((await table(missingWithTarget()))[1]).to.include.members(['Chưa có số liệu', '50%']);
      expect((await table(pair()))[1]).to.include('80,95% (51/63)');
      expect((await table(corrected()))[1]!.join()).to.contain('Đã đính chính ngày 15/7/2026');
    });

    it('can be reached and scrolled with the keyboard, and has a name', async () => {
      const widget = await show(TAG, pinned());
      await openMenu(widget);
      await press(widget, TABLE);
      await until(() => allByRole(widget, 'table').length === 1, 'the table');
      const region = byRole(widget, 'group', 'Số tổ, cả nước');
      expect(region.tabIndex).to.equal(0);
      expect(byRole<HTMLTableElement>(widget, 'table').caption?.textContent?.trim()).to.equal(
        'Số tổ, cả nước',
      );
      await openMenu(widget);
      await press(widget, 'Quay lại thẻ');
      expect(allByRole(widget, 'table').length).to.equal(0);
      expect(part(widget, VALUE)).to.equal('hơn 74.000 tổ');
    });
  });

  describe('its download', () => {
    async function download(document: ReturnType<typeof ready>, attributes = '') {
      const widget = await show(TAG, document, attributes);
      await openMenu(widget);
      const { name, blob } = await savedBy(() => press(widget, 'Tải số liệu (CSV)'));
      const bytes = new Uint8Array(await blob!.arrayBuffer());
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      return { name, type: blob!.type, bytes, lines: text.slice(1).split('\r\n') };
    }

    it('is a CSV file with a byte order mark and raw values, a row an observation', async () => {
      const { name, type, bytes, lines } = await download(pinned(), 'area="vn"');
      expect(name).to.equal('tcns-vn.csv');
      expect(type).to.equal('text/csv;charset=utf-8');
      expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
      expect(lines[0]).to.equal(
        'area,area_name,indicator,indicator_name,unit,at,at_approx,value,approx,range_from,range_to,num,den,status,target,note,source,source_url,sample,corrected_at,corrected_was',
      );
      expect(lines[1]).to.match(/^vn,Cả nước,teams,Số tổ,tổ,2022-06,,27200,,,,,,,,,/);
      expect(lines[3]).to.match(/^vn,Cả nước,teams,Số tổ,tổ,2025-03,,74000,>,/);
      expect(lines.slice(4)).to.deep.equal(['']);
    });

    it('leaves a missing value empty, and says what is a sample', async () => {
      expect((await download(missingWithTarget())).lines[1]).to.match(
        /,2022-08-31,,,,,,,,missing,50,/,
      );
      expect((await download(sampleFigure())).lines[1]).to.match(/,Số liệu minh họa,,true,,$/);
    });

    it('never holds what a spreadsheet would run, and quotes what it must', async () => {
      const document = ready();
      document.indicators['teams'] = { name: '=HYPERLINK("http://x")', unit: '+1' };
      document.areas['vn'] = { name: '@SUM(A1)', kind: 'country' };
      document.sources['ldtd'] = { title: '-2+3, "x"\nzwei' };
      Object.assign(document.observations[0]!, { value: -5, note: '\tx' });
      const text = (await download(document)).lines.slice(1).join('\r\n');
      expect(text).to.equal(
        `vn,'@SUM(A1),teams,"'=HYPERLINK(""http://x"")",'+1,2022-08,,-5,,,,,,,,'\tx,"'-2+3, ""x""\nzwei",,,,\r\n`,
      );
    });
  });

  describe('on the page', () => {
    /** The texts that stick out of the card, but for those that scroll or are only heard. */
    const overflowing = (widget: Widget): string[] => {
      const edge = card(widget).getBoundingClientRect();
      const texts = document.createTreeWalker(card(widget), NodeFilter.SHOW_TEXT);
      const out: string[] = [];
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (!text.nodeValue?.trim() || text.parentElement!.closest('[role=group]')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const { left, right, top, bottom } of range.getClientRects()) {
          const inside =
            left >= edge.left && right <= edge.right && top >= edge.top && bottom <= edge.bottom;
          if (!inside) out.push(text.nodeValue.trim());
        }
      }
      return out;
    };

    for (const form of Object.keys(forms) as Form[])
      it(`${form} fits into 180 px`, async () => {
        const errors = catchErrors();
        const widget = await put<Widget>(
          `<div style="width: 180px"><${TAG} indicator="${forms[form]().observations[0]!.indicator}"></${TAG}></div>`,
        );
        widget.data = forms[form]();
        await widget.updateComplete;
        await frame();
        await widget.updateComplete;
        expect(widget.getBoundingClientRect().width).to.equal(180);
        expect(overflowing(widget)).to.deep.equal([]);
        await openMenu(widget);
        expect(overflowing(widget), 'with its menu').to.deep.equal([]);
        await press(widget, TABLE);
        await until(() => allByRole(widget, 'table').length === 1, 'the table');
        expect(overflowing(widget), 'with its table').to.deep.equal([]);
        errors.stop();
      });

    it('makes no error on the page when its width changes', async () => {
      const errors = catchErrors();
      const widget = await show(TAG, ready());
      for (const width of ['180px', '500px', '200px']) {
        widget.parentElement!.style.width = width;
        await frame();
        await frame();
      }
      errors.stop();
      expect(errors.caught).to.deep.equal([]);
    });

    it('clips nothing when a reader spaces the text out (WCAG 1.4.12)', async () => {
      const widget = await show(TAG, longTexts());
      const spaced = new CSSStyleSheet();
      spaced.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      );
      const root = widget.shadowRoot!;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, spaced];
      expect(overflowing(widget)).to.deep.equal([]);
      const { bottom } = byRole(widget, 'button', /^Tùy chọn/).getBoundingClientRect();
      expect(bottom).to.be.at.most(widget.getBoundingClientRect().bottom);
    });

    const isDark = (widget: Widget): boolean => {
      const [red = 0] = getComputedStyle(card(widget)).backgroundColor.match(/\d+/g)!.map(Number);
      return red < 128;
    };

    it("is dark where its parent's colour scheme is dark, and only there", async () => {
      const systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches;
      for (const [style, dark] of [
        ['', false],
        ['color-scheme: light', false],
        ['color-scheme: dark', true],
        ['color-scheme: only dark', true],
        ['color-scheme: light dark', systemIsDark],
      ] as const) {
        const widget = await put<Widget>(
          `<div style="${style}"><${TAG} indicator="teams"></${TAG}></div>`,
        );
        widget.data = ready();
        await widget.updateComplete;
        expect(isDark(widget), style).to.equal(dark);
      }
    });

    it('follows a theme switch of the page, unless it has a theme of its own', async () => {
      const follows = await show(TAG, ready());
      const own = await show(TAG, ready(), 'theme="light"');
      document.documentElement.style.colorScheme = 'dark';
      try {
        await until(() => isDark(follows), 'the dark');
        expect(isDark(own)).to.equal(false);
        own.theme = 'dark';
        await own.updateComplete;
        expect(isDark(own)).to.equal(true);
      } finally {
        document.documentElement.style.colorScheme = '';
      }
      await until(() => !isDark(follows), 'the light');
    });

    const HOSTILE: [what: string, css: string][] = [
      [
        'a reset that is important',
        '* { all: unset !important; font-size: 3px !important; color: red !important }',
      ],
      ['a tiny root', 'html { font-size: 62.5% }'],
      ['a huge root', 'html { font-size: 32px }'],
      [
        'rules for the element itself',
        `${TAG} { display: inline !important; float: right !important; font: 3px monospace !important; opacity: 0.1 !important; line-height: 9 !important; text-transform: uppercase !important; direction: rtl !important; text-align: right !important; letter-spacing: 1em !important; visibility: hidden !important }`,
      ],
      [
        'inherited styles',
        'body { font: italic 900 40px/3 serif; text-align: center; letter-spacing: 5px; text-transform: uppercase; color: lime; direction: rtl; white-space: nowrap; word-spacing: 2em; text-indent: 4em; cursor: wait }',
      ],
      [
        'rules for tags',
        'p, span, button, footer, svg, a { display: none !important } button { border: 9px solid red !important }',
      ],
    ];
    /** What a reader sees of the figure. */
    const look = (widget: Widget): Record<string, unknown> => {
      const value = widget.shadowRoot!.querySelector<HTMLElement>('[part~=value]')!;
      const seen: Record<string, unknown> = {};
      for (const element of [
        value,
        ...value.querySelectorAll('span'),
        byRole(widget, 'heading'),
        byRole(widget, 'button'),
      ]) {
        const style = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        for (const name of [
          'color',
          'fontFamily',
          'fontSize',
          'fontStyle',
          'fontWeight',
          'lineHeight',
          'letterSpacing',
          'textTransform',
          'textAlign',
          'direction',
          'whiteSpace',
          'visibility',
          'display',
          'textIndent',
          'wordSpacing',
        ] as const)
          seen[`${nameOf(element)} ${name}`] = style[name];
        seen[`${nameOf(element)} size`] = [Math.round(width), Math.round(height)];
      }
      const { display, opacity, float } = getComputedStyle(widget);
      return { ...seen, display, opacity, float };
    };
    for (const [what, css] of HOSTILE)
      it(`looks the same under ${what}`, async () => {
        const markup = `<section style="width: 300px !important"><${TAG} indicator="teams"></${TAG}></section>`;
        const widget = await put<Widget>(markup);
        widget.data = ready();
        await widget.updateComplete;
        const before = look(widget);
        const style = document.createElement('style');
        // The box around it is the page's own business.
        style.textContent = `${css} section { display: block !important; width: 300px !important }`;
        document.head.append(style);
        try {
          await frame();
          await widget.updateComplete;
          expect(look(widget)).to.deep.equal(before);
        } finally {
          style.remove();
        }
      });

    it('does not leak into the page', async () => {
      const widget = await put<Widget>(
        `<p part="title">Bài báo</p><${TAG} indicator="teams"></${TAG}><footer>Chân trang</footer>`,
      );
      const outside = [...widget.parentElement!.querySelectorAll('p, footer')];
      const before = outside.map((element) => getComputedStyle(element).cssText);
      widget.data = ready();
      await widget.updateComplete;
      expect(outside.map((element) => getComputedStyle(element).cssText)).to.deep.equal(before);
    });

    it('is not seen where it is hidden, and is drawn when a hidden tab opens', async () => {
      const widget = await put<Widget>(
        `<div style="display: none"><${TAG} indicator="teams"></${TAG}></div>`,
      );
      widget.data = ready();
      await widget.updateComplete;
      widget.parentElement!.style.display = '';
      expect(part(widget, VALUE)).to.equal('45.895 tổ');
      expect(isVisible(widget)).to.equal(true);
      widget.hidden = true;
      expect(isVisible(widget)).to.equal(false);
    });
  });
});
