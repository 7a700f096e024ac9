/** What every widget keeps, whatever it shows: the same list for each of the catalogue. */
import { expect, oneEvent } from '@open-wc/testing';
import { TcnsErrorEvent, TcnsLoadEvent } from '../../src/parts/base/events.js';
import { FakeClock } from '../data/fake-clock.js';
import { eachApi } from '../data/faulty-api.js';
import { forgetAll } from '../data/kept.js';
import type { WidgetCase } from './every-widget.support.js';
import { moveAbout, watchLeaks } from './leaks.js';
import { isVisible, listenToConsole, textOf } from './support.js';
import { becomes, put, settle, stateOf, until, type Element as Widget } from './trend.support.js';

const FALLBACK = '<span>Theo tòa soạn: 45.895 tổ</span>';

/** What holds for a widget with and without a document of its own. */
function describeElement(tag: string, attributes = '', hasBox = true): void {
  describe('on a page', () => {
    it('speaks the nearest language, follows it, and says which it is', async () => {
      const widget = await put<Widget>(`<${tag} ${attributes} lang="en"></${tag}>`);
      const spoken = () => widget.shadowRoot!.querySelector('[lang]')?.getAttribute('lang');
      await until(() => spoken() === 'en', 'English');
      widget.removeAttribute('lang');
      widget.parentElement!.lang = 'vi';
      await until(() => spoken() === 'vi', 'Vietnamese');
    });

    it('follows the theme', async () => {
      // A figure in a sentence has the colours of the sentence.
      if (!hasBox) return;
      const widget = await put<Widget>(`<${tag} ${attributes} theme="dark"></${tag}>`);
      await settle(widget);
      expect(widget.shadowRoot!.querySelector('.root.dark'), 'dark').to.exist;
      widget.setAttribute('theme', 'light');
      await widget.updateComplete;
      expect(widget.shadowRoot!.querySelector('.root.light'), 'light').to.exist;
    });

    it('is light on paper before the listeners have returned, and dark again afterwards', async () => {
      if (!hasBox) return;
      const widget = await put<Widget>(`<${tag} ${attributes} theme="dark"></${tag}>`);
      await settle(widget);
      const ink = () => getComputedStyle(widget.shadowRoot!.querySelector('.tokens')!).color;
      const onScreen = ink();
      dispatchEvent(new Event('beforeprint'));
      const onPaper = ink();
      dispatchEvent(new Event('afterprint'));
      expect(onPaper).to.equal('rgb(22, 32, 42)');
      expect(onScreen).not.to.equal(onPaper);
      await widget.updateComplete;
      expect(ink()).to.equal(onScreen);
    });

    it('is drawn anew when a day begins in Viet Nam', async () => {
      const clock = new FakeClock().install();
      try {
        clock.now = Date.parse('2026-11-20T23:59:00+07:00');
        const widget = await put<Widget>(`<${tag} ${attributes}></${tag}>`);
        await widget.updateComplete;
        let drawings = 0;
        const update = widget.requestUpdate.bind(widget);
        widget.requestUpdate = (...args) => {
          drawings++;
          update(...args);
        };
        await clock.pass(30_000);
        const before = drawings;
        await clock.pass(60_000);
        expect(drawings).to.be.greaterThan(before);
        widget.remove();
      } finally {
        clock.uninstall();
      }
    });

    it('leaves nothing behind when it is removed or moved', async () => {
      const leaks = watchLeaks();
      try {
        const before = leaks.open();
        const widget = await put<Widget>(`<${tag} ${attributes}></${tag}>`);
        await settle(widget);
        const open = leaks.open();
        await moveAbout(widget);
        expect(leaks.open(), 'moved').to.deep.equal(open);
        widget.remove();
        await settle(widget);
        expect(leaks.open(), 'removed').to.deep.equal(before);
      } finally {
        leaks.stop();
      }
    });
  });
}

/** The whole list, for a widget that shows a document; a dashboard shows that of the widget in it. */
export function describeWidget(
  tag: string,
  {
    attributes,
    path,
    document: made,
    empty,
    saysEmpty,
    saysOfList,
    shows,
    inline,
    inside,
    menu,
  }: WidgetCase,
): void {
  const api = eachApi(made);
  beforeEach(forgetAll);
  const markup = (source: string, fallback = ''): string => {
    const content = inside
      ? `<${inside.tag} ${inside.attributes}>${fallback}</${inside.tag}>`
      : fallback;
    return `<${tag} ${source} ${attributes}>${content}</${tag}>`;
  };
  /** The element that loads and draws the document. */
  const drawerOf = (element: Element): Widget =>
    (inside ? element.querySelector(inside.tag)! : element) as Widget;
  const ask = async (behaviour = 'ok', more = '', fallback = ''): Promise<Widget> =>
    drawerOf(await put(markup(`api="${api.base(behaviour)}" ${more}`, fallback)));
  const asked = async (...args: Parameters<typeof ask>): Promise<Widget> => {
    const widget = await ask(...args);
    await becomes(widget, 'ready');
    await until(() => textOf(widget).includes(shows), shows);
    return widget;
  };
  /** What is moved about, or looked at as a whole: the dashboard with the widget in it. */
  const wholeOf = (widget: Widget): Widget => widget.closest<Widget>(tag)!;
  const fallbackOf = (widget: Widget) => widget.querySelector('span')!;

  describeElement(tag, attributes, !inline);

  describe('waiting and failing', () => {
    it('shows what the author wrote until the document is there', async () => {
      const widget = await ask('slow', '', FALLBACK);
      expect(stateOf(widget)).to.equal('waiting');
      expect(isVisible(fallbackOf(widget))).to.equal(true);
      await becomes(widget, 'ready');
      await until(() => textOf(widget).includes(shows), shows);
      expect(isVisible(fallbackOf(widget))).to.equal(false);
    });

    for (const behaviour of ['404', 'html-200', 'wrong-version', 'empty'])
      it(`keeps what the author wrote when it gets ${behaviour}`, async () => {
        const widget = await ask(behaviour, '', FALLBACK);
        await becomes(widget, 'failed');
        expect(isVisible(fallbackOf(widget))).to.equal(true);
        expect(textOf(widget)).not.to.contain(shows);
        if (!inline) expect(textOf(widget)).to.contain('Không tải được số liệu');
      });

    it('offers to try again only what may come, and shows what comes after all', async () => {
      const isOffered = (widget: Widget): boolean => textOf(widget).includes('Thử lại');
      for (const behaviour of ['404', '410', '403']) {
        await api.mode(null);
        const widget = await ask(behaviour, '', FALLBACK);
        await becomes(widget, 'failed');
        await widget.updateComplete;
        expect(isOffered(widget), behaviour).to.equal(behaviour === '403' && !inline);
        await api.mode('ok');
        await widget.reload();
        await becomes(widget, 'ready');
      }
    });

    for (const behaviour of ['404', 'wrong-version'])
      it(`keeps the old figures when a refresh gets ${behaviour}`, async () => {
        const widget = await asked();
        await api.mode(behaviour);
        await widget.reload();
        expect(stateOf(widget)).to.equal('stale');
        expect(textOf(widget)).to.contain(shows);
        if (inline) return;
        expect(textOf(widget)).to.contain('Chưa cập nhật được.');
        // Under the title: before anything that is chosen from or looked at.
        const root = widget.shadowRoot!;
        const stale = root.querySelector('[part~="stale"]')!;
        for (const later of root.querySelectorAll('input, select, svg, table, [part~="value"]'))
          expect(
            stale.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING,
            later.outerHTML.slice(0, 80),
          ).not.to.equal(0);
      });

    if (saysEmpty)
      it('says what is missing where nobody wrote anything, and tells the author what there is', async () => {
        await api.set(empty());
        const { said, stop } = listenToConsole();
        try {
          const widget = await ask();
          await until(
            () => saysEmpty.every((one) => textOf(widget).includes(one)),
            saysEmpty.join(),
          );
          expect(textOf(widget)).not.to.contain('Số liệu tính đến');
          if (saysOfList) return;
          expect(textOf(widget)).not.to.contain('Chưa có số liệu');
          await until(() => said.some((one) => one.includes('It has indicators: ')), 'the note');
        } finally {
          stop();
        }
      });

    it('says nothing of its own where the author wrote something and the document has nothing', async () => {
      await api.set(empty());
      const widget = await ask('ok', '', FALLBACK);
      await until(() => stateOf(widget) !== 'waiting', 'an answer');
      await settle(widget);
      expect(textOf(widget)).not.to.contain('undefined');
    });
  });

  if (menu)
    it('names its menu by what it is of, under a title of the page’s own and at a pinned date, too', async () => {
      const widget = await asked();
      const name = () =>
        widget.shadowRoot!.querySelector('[part~=menu-button]')?.getAttribute('aria-label');
      expect(name()).to.equal(`Tùy chọn cho ${menu.of}`);
      Object.assign(widget, { heading: 'Số liệu chung', at: menu.pinned?.[0] });
      await widget.updateComplete;
      const date = menu.pinned ? `, ${menu.pinned[1]}` : '';
      expect(name()).to.equal(`Tùy chọn cho Số liệu chung, ${menu.of}${date}`);
    });

  if (!inline)
    it('keeps the button of its menu off the line over its foot, at every width', async () => {
      const widget = await asked();
      for (const width of [180, 360, 800]) {
        wholeOf(widget).parentElement!.style.width = `${width}px`;
        await settle(widget);
        const [foot, button] = ['footer', 'menu-button'].map((name) =>
          widget.shadowRoot!.querySelector(`[part~="${name}"]`)!.getBoundingClientRect(),
        );
        expect(button!.top, `${width} px`).to.be.at.least(foot!.top + 0.9);
      }
    });

  if (!inline)
    it('tells a failure inside its own height, under what the author wrote as high as the widget', async () => {
      const widget = await ask(
        '404',
        '',
        '<span style="display: block; height: 100%">Theo tòa soạn: 45.895 tổ</span>',
      );
      widget.parentElement!.style.cssText = 'display: grid; grid-template-rows: 800px';
      await becomes(widget, 'failed');
      const failure = widget.shadowRoot!.querySelector('.failure')!.getBoundingClientRect();
      expect(failure.bottom).to.be.at.most(widget.getBoundingClientRect().bottom + 0.5);
      expect(failure.top).to.be.at.least(fallbackOf(widget).getBoundingClientRect().bottom - 0.5);
    });

  if (!inline)
    it('tells a failure right under a short text of the author in a high row of a grid', async () => {
      const widget = await ask('404', '', FALLBACK);
      widget.parentElement!.style.cssText = 'display: grid; grid-template-rows: 800px';
      await becomes(widget, 'failed');
      const failure = widget.shadowRoot!.querySelector('.failure')!.getBoundingClientRect();
      const text = fallbackOf(widget).getBoundingClientRect();
      expect(failure.top - text.bottom).to.be.within(0, 24);
    });

  describe('asking', () => {
    it('asks once for all the widgets of a page, under the address of its document', async () => {
      const first = await put<Widget>(markup(`api="${api.base()}"`).repeat(3));
      const all = [...first.parentElement!.querySelectorAll<Widget>(tag)];
      await Promise.all(all.map((widget) => becomes(drawerOf(widget), 'ready')));
      const requests = (await api.log()).filter((seen) => seen.path === path);
      expect(requests).to.have.length(1);
    });

    it('asks nothing again when it is moved', async () => {
      const widget = await asked();
      const before = (await api.log()).length;
      await moveAbout(wholeOf(widget));
      await settle(widget);
      expect(await api.log()).to.have.length(before);
      expect(textOf(widget)).to.contain(shows);
    });
  });

  describe('events', () => {
    it('tcns-load carries the document up to the page, and comes again only with new figures', async () => {
      const loads: TcnsLoadEvent[] = [];
      const listen = (event: Event) => void loads.push(event as TcnsLoadEvent);
      document.addEventListener('tcns-load', listen);
      try {
        const widget = await asked();
        expect(loads).to.have.length(1);
        expect(loads[0] instanceof TcnsLoadEvent).to.equal(true);
        expect(loads[0]!.detail.document).to.have.property('areas');
        await widget.reload();
        expect(loads).to.have.length(1);
        await api.set({ ...made(), updated: '2026-12-01' });
        await widget.reload();
        expect(loads).to.have.length(2);
      } finally {
        document.removeEventListener('tcns-load', listen);
      }
    });

    it('tcns-error says once what happened where', async () => {
      let errors = 0;
      const count = () => errors++;
      const first = oneEvent(document, 'tcns-error');
      document.addEventListener('tcns-error', count);
      const widget = await ask('404');
      await becomes(widget, 'failed');
      widget.setAttribute('heading', 'x');
      await widget.updateComplete;
      document.removeEventListener('tcns-error', count);
      expect(errors).to.equal(1);
      const event = (await first) as TcnsErrorEvent;
      expect(event instanceof TcnsErrorEvent).to.equal(true);
      expect(event.detail.error.kind).to.equal('http');
      expect(event.detail.error.url).to.equal(api.url('404', path));
    });
  });

  describe('is accessible', () => {
    it('in both languages and themes', async () => {
      await expect(wholeOf(await asked())).to.be.accessible();
      const english = await ask('ok', 'lang="en" theme="dark"');
      await becomes(english, 'ready');
      await settle(english);
      await expect(wholeOf(english)).to.be.accessible();
    });

    it('while it waits, when it is old, and when it failed', async () => {
      await expect(wholeOf(await ask('hang'))).to.be.accessible();
      const widget = await asked();
      await api.mode('404');
      await widget.reload();
      await expect(wholeOf(widget)).to.be.accessible();
      const failed = await ask('404', 'heading="x"');
      await until(() => stateOf(failed) !== 'waiting', 'a failure');
      await expect(wholeOf(failed)).to.be.accessible();
    });

    it('where there is nothing', async () => {
      const widget = drawerOf(await put<Widget>(markup('')));
      widget.data = empty();
      await settle(widget);
      await expect(wholeOf(widget)).to.be.accessible();
    });
  });
}
