/* eslint-disable @typescript-eslint/no-floating-promises -- chai-a11y-axe types every assertion as a promise */
/** What every widget of figures keeps: the same list for each. */
import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { keep } from '../../src/data/vault.js';
import { configure } from '../../src/data/settings.js';
import { TcnsErrorEvent, TcnsLoadEvent } from '../../src/parts/events.js';
import { forgetAll } from '../data/kept.js';
import { FakeClock } from '../data/fake-clock.js';
import { faultyApi, type FaultyApi } from '../data/faulty-api.js';
import {
  approximate,
  empty,
  forms,
  pinned,
  ready,
  readyMembers,
  type Form,
} from '../support/fixtures/observations.js';
import { FIGURES } from './figures.js';
import { watchLeaks } from './leaks.js';
import {
  allByRole,
  becomes,
  byRole,
  frame,
  isVisible,
  listenToConsole,
  part,
  press,
  put,
  show,
  stateOf,
  textOf,
  until,
  type Widget,
} from './support.js';

export interface Kind {
  readonly tag: 'tcns-kpi-card' | 'tcns-stat';
  /** Attributes with which its figure has a unit. */
  readonly attributes: string;
  /** True for a widget that stands in a sentence: without data it shows its fallback and nothing else. */
  readonly inline: boolean;
  /** Opens what tells the date and the source, where that is not always there. */
  readonly unfold: (widget: Widget) => Promise<void>;
}

const VALUE = 'value';
const FALLBACK = '<span>Theo tòa soạn: 45.895 tổ</span>';
const lower = (text: string | undefined) => text?.toLowerCase();

export function describeWidget({ tag, attributes, inline, unfold }: Kind): void {
  let api: FaultyApi;
  beforeEach(async () => {
    api = await faultyApi(ready());
  });

  /** A widget that asks the server. */
  const ask = (behaviour = 'ok', { fallback = '', more = '' } = {}): Promise<Widget> =>
    put(
      `<${tag} api="${api.base(behaviour)}" area="vn" indicator="teams" ${attributes} ${more}>${fallback}</${tag}>`,
    );
  const fallbackOf = (widget: Widget): Element => widget.querySelector('span')!;

  describe('every form of a figure', () => {
    for (const [form, vi, en] of FIGURES) {
      it(`${form} is "${vi}"`, async () => {
        expect(lower(part(await show(tag, forms[form](), attributes), VALUE))).to.equal(
          vi.toLowerCase(),
        );
      });

      it(`${form} is "${en}" in English`, async () => {
        const widget = await show(tag, forms[form](), `${attributes} lang="en"`);
        await until(() => part(widget, VALUE), 'English');
        expect(lower(part(widget, VALUE))).to.equal(en.toLowerCase());
      });
    }

    it('is in the list of this test', () => {
      const listed = FIGURES.map(([form]) => form);
      const missing = (Object.keys(forms) as Form[]).filter(
        (form) => !listed.includes(form) && !['approximateDate', 'intervalDate'].includes(form),
      );
      expect(missing).to.deep.equal([]);
    });
  });

  describe('is accessible', () => {
    for (const form of Object.keys(forms) as Form[])
      it(`showing ${form}`, async () => {
        const widget = await show(tag, forms[form](), attributes);
        await unfold(widget);
        await expect(widget).to.be.accessible();
      });

    it('in English and in the dark', async () => {
      const widget = await show(tag, approximate(), `${attributes} lang="en" theme="dark"`);
      await until(() => part(widget, VALUE), 'English');
      await unfold(widget);
      await expect(widget).to.be.accessible();
    });

    it('while waiting', async () => {
      await expect(await ask('slow', { fallback: FALLBACK })).to.be.accessible();
      await expect(await ask('slow')).to.be.accessible();
    });

    it('when stale', async () => {
      const widget = await ask();
      await becomes(widget, 'ready');
      await api.mode('404');
      await widget.reload();
      await unfold(widget);
      await expect(widget).to.be.accessible();
    });

    it('when it failed, and when there is nothing', async () => {
      const failed = await ask('404', { fallback: FALLBACK });
      await becomes(failed, 'failed');
      await expect(failed).to.be.accessible();
      await expect(await show(tag, empty(), attributes)).to.be.accessible();
    });
  });

  describe('waiting and failing', () => {
    it('shows the fallback until the figure is there', async () => {
      const widget = await ask('slow', { fallback: FALLBACK });
      expect(stateOf(widget)).to.equal('waiting');
      expect(isVisible(fallbackOf(widget))).to.equal(true);
      expect(textOf(widget), 'no skeleton beside it').to.equal('');
      await becomes(widget, 'ready');
      expect(isVisible(fallbackOf(widget))).to.equal(false);
      expect(part(widget, VALUE)).to.equal('45.895 tổ');
    });

    for (const mode of ['404', 'html-200', 'wrong-version', 'empty'])
      it(`keeps the fallback when it gets ${mode}`, async () => {
        const widget = await ask(mode, { fallback: FALLBACK });
        await becomes(widget, 'failed');
        expect(isVisible(fallbackOf(widget))).to.equal(true);
        expect(part(widget, VALUE)).to.equal(undefined);
        if (inline) expect(textOf(widget)).to.equal('');
        else expect(byRole(widget, 'status').textContent).to.contain('Không tải được số liệu');
      });

    it('keeps the fallback where there is nothing to load', async () => {
      const widget = await put(`<${tag} indicator="teams">${FALLBACK}</${tag}>`);
      expect(isVisible(fallbackOf(widget))).to.equal(true);
    });

    it('fails with a word to the developer where nothing says what to load', async () => {
      const failed = oneEvent(document, 'tcns-error');
      const widget = await put(`<${tag} indicator="teams">${FALLBACK}</${tag}>`);
      await becomes(widget, 'failed');
      const { error } = ((await failed) as TcnsErrorEvent).detail;
      expect(error.kind).to.equal('config');
      expect(error.reason).to.contain('nothing to load: give "src"');
    });

    it('keeps the old figure when a refresh fails, and says how old it is', async () => {
      const widget = await ask('ok', { fallback: FALLBACK });
      await becomes(widget, 'ready');
      await api.mode('404');
      await widget.reload();
      expect(stateOf(widget)).to.equal('stale');
      expect(part(widget, VALUE)).to.equal('45.895 tổ');
      await unfold(widget);
      expect(part(widget, 'stale')).to.match(
        /^Chưa cập nhật được\. Đang hiển thị số liệu tải lúc \d\d:\d\d ngày \d\d?\/\d\d?\/\d{4}\. Thử lại$/,
      );
      await api.mode(null);
      await press(widget, 'Thử lại');
      await becomes(widget, 'ready');
      expect(part(widget, 'stale')).to.equal(undefined);
    });

    it('keeps the old figure when a refresh brings a wrong document', async () => {
      const widget = await ask();
      await becomes(widget, 'ready');
      await api.mode('wrong-version');
      await widget.reload();
      expect(stateOf(widget)).to.equal('stale');
      expect(part(widget, VALUE)).to.equal('45.895 tổ');
    });

    it('keeps that old figure when it is then moved', async () => {
      const widget = await ask();
      await becomes(widget, 'ready');
      await api.mode('wrong-version');
      await widget.reload();
      const elsewhere = await put(`<div></div><${tag}></${tag}>`);
      elsewhere.parentElement!.append(widget);
      await widget.updateComplete;
      expect(part(widget, VALUE)).to.equal('45.895 tổ');
    });

    it('draws the figure of the last visit at once, and keeps it while the API is dead', async () => {
      await forgetAll();
      const url = api.url('404', 'observations/vn@2025.json');
      await keep(url, { raw: ready(), url, loadedAt: Date.parse('2026-11-20T08:05:00+07:00') });
      const widget = await ask('404');
      await becomes(widget, 'stale');
      expect(part(widget, VALUE)).to.equal('45.895 tổ');
      await unfold(widget);
      expect(part(widget, 'stale')).to.contain('tải lúc 08:05 ngày 20/11/2026');
    });

    it('keeps the figure of the last visit where a wrong answer is faster than the store', async () => {
      await forgetAll();
      const url = api.url('wrong-version', 'observations/vn@2025.json');
      await keep(url, { raw: ready(), url, loadedAt: Date.parse('2026-11-20T08:05:00+07:00') });
      const { get } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.get = function (key) {
        const found = get.call(this, key);
        const late = {} as { result: unknown; onsuccess?: () => void };
        found.onsuccess = () =>
          setTimeout(() => {
            late.result = found.result;
            late.onsuccess?.();
          }, 150);
        return late as unknown as IDBRequest;
      };
      try {
        const widget = await ask('wrong-version');
        await until(() => stateOf(widget) !== 'waiting', 'an answer');
        await until(() => stateOf(widget) === 'stale', 'the stored figure');
        expect(part(widget, VALUE)).to.equal('45.895 tổ');
      } finally {
        IDBObjectStore.prototype.get = get;
      }
    });

    it('says the age of what it shows in English', async () => {
      await forgetAll();
      const url = api.url('404', 'observations/vn@2025.json');
      await keep(url, { raw: ready(), url, loadedAt: Date.parse('2026-11-20T08:05:00+07:00') });
      const widget = await ask('404', { more: 'lang="en"' });
      await becomes(widget, 'stale');
      await until(() => part(widget, VALUE), 'English');
      await unfold(widget);
      expect(part(widget, 'stale')).to.contain('Showing data loaded at 08:05 on 20 November 2026.');
    });
  });

  describe('asking', () => {
    it('asks once for all the widgets of a page', async () => {
      const one = `<${tag} api="${api.base()}" area="vn" indicator="teams"></${tag}>`;
      const first = await put(one.repeat(20));
      const all = [...first.parentElement!.querySelectorAll<Widget>(tag)];
      await Promise.all(all.map((widget) => becomes(widget, 'ready')));
      expect(all.length).to.equal(20);
      expect(await api.log()).to.have.length(1);
    });

    it('drops the late answer of an area that it no longer shows', async () => {
      await api.set(approximate(), 'observations/48@2008.json');
      const widget = await put<Widget>(
        `<${tag} src="${api.url('slow', 'observations/vn@2025.json?ms=150')}" area="vn" indicator="teams" ${attributes}></${tag}>`,
      );
      Object.assign(widget, {
        src: api.url('ok', 'observations/48@2008.json'),
        area: '48@2008',
        indicator: 'members',
      });
      await becomes(widget, 'ready');
      expect(part(widget, VALUE)).to.equal('hơn 15.000 người');
      await until(
        async () => (await api.log()).every(({ ended }) => ended === 'sent'),
        'the late answer',
      );
      await widget.updateComplete;
      expect(part(widget, VALUE)).to.equal('hơn 15.000 người');
    });

    it('shows another indicator of the same document without a request', async () => {
      const both = ready();
      both.observations.push(...readyMembers().observations);
      Object.assign(both.indicators, readyMembers().indicators);
      await api.set(both);
      const widget = await ask();
      await becomes(widget, 'ready');
      widget.indicator = 'members';
      await widget.updateComplete;
      expect(part(widget, VALUE)).to.equal('211.737 người');
      expect(await api.log()).to.have.length(1);
    });

    it('asks nothing again when it is moved, and loads only once', async () => {
      let loads = 0;
      const count = () => loads++;
      document.addEventListener('tcns-load', count);
      const widget = await ask();
      await becomes(widget, 'ready');
      const target = document.createElement('div');
      widget.parentElement!.append(target);
      target.append(widget);
      await widget.updateComplete;
      document.removeEventListener('tcns-load', count);
      expect(part(widget, VALUE)).to.equal('45.895 tổ');
      expect(loads).to.equal(1);
      expect(await api.log()).to.have.length(1);
    });

    it('follows the settings of the page, also when they come late', async () => {
      const widget = await put(`<${tag} area="vn" indicator="teams" ${attributes}></${tag}>`);
      // Its first measurement has to be over, which draws it again.
      await frame();
      await frame();
      await widget.updateComplete;
      configure({ api: api.base() });
      try {
        await until(() => part(widget, VALUE) === '45.895 tổ', 'the figure');
      } finally {
        configure({ api: undefined });
      }
    });

    it('reads a bundle by the key of its document', async () => {
      await api.set({ version: '1', documents: { 'observations/vn@2025': ready() } });
      const widget = await put(
        `<${tag} bundle="${api.url('attachment', 'bundle?download=true')}" area="vn" indicator="teams" ${attributes}></${tag}>`,
      );
      await becomes(widget, 'ready');
      expect(part(widget, VALUE)).to.equal('45.895 tổ');
    });

    it('does not mix the answers of two adapters on one address', async () => {
      const adapterTo = (value: number) => (): unknown => {
        const document = ready();
        document.observations[0]!.value = value;
        return document;
      };
      const first = await put(`<${tag}></${tag}><${tag}></${tag}>`);
      const widgets = [...first.parentElement!.querySelectorAll<Widget>(tag)];
      widgets.forEach((widget, i) =>
        Object.assign(widget, {
          adapter: adapterTo(i + 1),
          src: api.url('ok'),
          area: 'vn',
          indicator: 'teams',
        }),
      );
      await Promise.all(widgets.map((widget) => becomes(widget, 'ready')));
      expect(widgets.map((widget) => part(widget, VALUE)?.replace(/\D/g, ''))).to.deep.equal([
        '1',
        '2',
      ]);
    });

    it('polls with `refresh`, and shows what changed', async () => {
      const clock = new FakeClock().install();
      try {
        const widget = await ask('ok', { more: 'refresh="20"' });
        await clock.quiet();
        await widget.updateComplete;
        // The observer of the viewport has to have looked.
        await frame();
        await frame();
        const news = ready();
        news.observations[0]!.value = 45896;
        await api.set(news);
        await clock.pass(21_500);
        await widget.updateComplete;
        expect(part(widget, VALUE)).to.equal('45.896 tổ');
      } finally {
        clock.uninstall();
      }
    });
  });

  describe('leaves nothing behind', () => {
    it('when it is removed', async () => {
      // The texts and the code of a page's first widget stay: only what comes after counts.
      await show(tag, ready(), attributes).then((widget) => widget.remove());
      const clock = new FakeClock().install();
      const leaks = watchLeaks();
      try {
        const widget = await ask('ok', { more: 'refresh="20"' });
        await clock.quiet();
        await widget.updateComplete;
        await unfold(widget);
        expect(leaks.open(), 'it listens while it is there').not.to.deep.equal([]);
        widget.remove();
        await clock.pass(0);
        expect(leaks.open()).to.deep.equal([]);
        await clock.pass(61_000);
        expect(clock.pending, 'timers').to.equal(0);
        expect(await api.log()).to.have.length(1);
      } finally {
        leaks.stop();
        clock.uninstall();
      }
    });

    it('when it is moved ten times', async () => {
      const leaks = watchLeaks();
      try {
        const widget = await ask();
        await becomes(widget, 'ready');
        const before = leaks.open();
        const box = widget.parentElement!;
        for (let i = 0; i < 10; i++) {
          const other = document.createElement('div');
          box.append(other);
          other.append(widget);
          await widget.updateComplete;
        }
        expect(leaks.open()).to.deep.equal(before);
        widget.remove();
        expect(leaks.open()).to.deep.equal([]);
      } finally {
        leaks.stop();
      }
    });

    it('and still works when it is put back', async () => {
      const widget = await ask();
      await becomes(widget, 'ready');
      const box = widget.parentElement!;
      widget.remove();
      box.append(widget);
      await becomes(widget, 'ready');
      const news = ready();
      news.observations[0]!.value = 1;
      await api.set(news);
      await widget.reload();
      expect(part(widget, VALUE)).to.equal('1 tổ');
    });
  });

  describe('language', () => {
    it('is Vietnamese where the page says nothing that is known', async () => {
      for (const lang of ['', 'fr', 'th']) {
        const widget = await put(
          `<div lang="${lang}"><${tag} indicator="teams" ${attributes}></${tag}></div>`,
        );
        widget.data = ready();
        await widget.updateComplete;
        expect(part(widget, VALUE), lang).to.equal('45.895 tổ');
      }
    });

    it('is the nearest `lang`, and follows it when it changes', async () => {
      const widget = await put(
        `<div lang="en-GB"><p><${tag} indicator="teams" ${attributes}></${tag}></p></div>`,
      );
      widget.data = ready();
      await until(() => part(widget, VALUE) === '45,895 teams', 'English');
      widget.closest('div')!.lang = 'vi';
      await until(() => part(widget, VALUE) === '45.895 tổ', 'Vietnamese');
      widget.closest('p')!.lang = 'en';
      await until(() => part(widget, VALUE) === '45,895 teams', 'English again');
    });

    it("is the widget's own before the page's settings, and those before the page's `lang`", async () => {
      configure({ lang: 'en' });
      try {
        const byPage = await show(tag, ready(), attributes);
        await until(() => part(byPage, VALUE) === '45,895 teams', 'English');
        const own = await show(tag, ready(), `${attributes} lang="vi"`);
        expect(part(own, VALUE)).to.equal('45.895 tổ');
      } finally {
        configure({ lang: undefined });
      }
    });

    it('is said inside, so that a screen reader speaks it', async () => {
      const widget = await show(tag, ready(), `${attributes} lang="en"`);
      await until(() => part(widget, VALUE) === '45,895 teams', 'English');
      expect(widget.shadowRoot!.querySelector('[lang]')!.getAttribute('lang')).to.equal('en');
    });
  });

  describe('data of the page', () => {
    it('is shown without a request, before every other source', async () => {
      const widget = await ask('404', {
        fallback: `<script type="application/json">${JSON.stringify(readyMembers())}</script>`,
      });
      widget.indicator = 'members';
      await becomes(widget, 'ready');
      expect(part(widget, VALUE)).to.equal('211.737 người');
      widget.data = ready();
      widget.indicator = 'teams';
      await widget.updateComplete;
      expect(part(widget, VALUE)).to.equal('45.895 tổ');
      expect(await api.log()).to.have.length(0);
    });

    it('gives way to the API when it is taken away', async () => {
      const widget = await put<Widget>(`<${tag} indicator="members" ${attributes}></${tag}>`);
      widget.data = readyMembers();
      await widget.updateComplete;
      Object.assign(widget, { data: undefined, api: api.base(), area: 'vn', indicator: 'teams' });
      await until(() => part(widget, VALUE) === '45.895 tổ', 'the figure of the API');
    });

    it('is taken off the screen with its document', async () => {
      const widget = await show(tag, ready(), attributes);
      widget.data = undefined;
      await widget.updateComplete;
      expect(part(widget, VALUE)).to.equal(undefined);
    });

    it('that is wrong JSON is reported, and the API is asked', async () => {
      const { said, stop } = listenToConsole();
      try {
        const widget = await ask('ok', {
          fallback: '<script type="application/json">{"version": "1",}</script>',
        });
        await becomes(widget, 'ready');
        expect(part(widget, VALUE)).to.equal('45.895 tổ');
        expect(said.filter((line) => line.startsWith(`warn: [tcns] <${tag}>`))).to.have.length(1);
        expect(said.some((line) => line.startsWith('error:'))).to.equal(false);
      } finally {
        stop();
      }
    });

    it('that is wrong keeps the fallback and fires tcns-error', async () => {
      const widget = await put<Widget>(`<${tag} indicator="teams">${FALLBACK}</${tag}>`);
      const failed = oneEvent(widget, 'tcns-error');
      widget.data = {
        version: '1',
        area: 'vn',
        observations: [{ area: 'vn', indicator: 'x', value: '3' }],
      };
      const { detail } = (await failed) as TcnsErrorEvent;
      expect(detail.error.kind).to.equal('shape');
      expect(detail.error.path).to.equal('observations[0].value');
      expect(isVisible(fallbackOf(widget))).to.equal(true);
    });
  });

  describe('events', () => {
    it('tcns-load carries the document, through shadow roots up to the page', async () => {
      const heard = oneEvent(document, 'tcns-load');
      let from: EventTarget | undefined;
      document.addEventListener('tcns-load', (e) => (from = e.composedPath()[0]), { once: true });
      const box = await put(`<div id="outer"></div><${tag}></${tag}>`);
      const root = box.parentElement!.querySelector('#outer')!.attachShadow({ mode: 'open' });
      root.innerHTML = `<${tag} api="${api.base()}" area="vn" indicator="teams"></${tag}>`;
      const event = (await heard) as TcnsLoadEvent;
      expect(event instanceof TcnsLoadEvent).to.equal(true);
      expect((event.detail.document as ReturnType<typeof ready>).observations[0]?.value).to.equal(
        45895,
      );
      expect(from === root.firstElementChild).to.equal(true);
    });

    it('tcns-error says what happened where, once', async () => {
      const errors: TcnsErrorEvent[] = [];
      const listen = (event: Event) => void errors.push(event as TcnsErrorEvent);
      document.addEventListener('tcns-error', listen);
      const widget = await ask('404');
      await becomes(widget, 'failed');
      widget.heading = 'x';
      await widget.updateComplete;
      document.removeEventListener('tcns-error', listen);
      expect(errors.length).to.equal(1);
      expect(errors[0] instanceof TcnsErrorEvent).to.equal(true);
      const { kind, url, reason } = errors[0]!.detail.error;
      expect(kind).to.equal('http');
      expect(url).to.equal(api.url('404', 'observations/vn@2025.json'));
      expect(reason).to.match(/^404/);
    });

    it('tcns-load comes again only with new figures', async () => {
      const loads: unknown[] = [];
      const listen = () => loads.push(1);
      document.addEventListener('tcns-load', listen);
      try {
        const widget = await ask();
        await becomes(widget, 'ready');
        await widget.reload();
        expect(loads).to.have.length(1);
        await api.set({ ...ready(), updated: '2026-12-01' });
        await widget.reload();
        expect(loads).to.have.length(2);
      } finally {
        document.removeEventListener('tcns-load', listen);
      }
    });
  });

  describe('pinned with `at`', () => {
    const PINS: [at: string, shown: string][] = [
      ['2022-08', '45.895 tổ'],
      ['2022', '45.895 tổ'],
      ['2022-06', '27.200 tổ'],
      ['2025-03', 'hơn 74.000 tổ'],
      ['2024', 'chưa có số liệu'],
    ];
    for (const [at, shown] of PINS)
      it(`${at} shows "${shown}"`, async () => {
        const widget = await show(tag, pinned(), `${attributes} at="${at}"`);
        expect(lower(part(widget, VALUE))).to.equal(shown);
      });
  });

  describe('on a page that is hostile', () => {
    it('text is only ever text', async () => {
      const evil = '<img src=x onerror="window.__hacked = 1"><b>Số tổ</b>';
      const document = ready();
      document.indicators['teams'] = { name: evil, unit: evil, definition: evil };
      document.areas['vn'] = { name: evil, kind: 'province' };
      document.sources['ldtd'] = { title: evil, publisher: evil };
      Object.assign(document.observations[0]!, { note: evil });
      const widget = await show(tag, document, attributes);
      await unfold(widget);
      expect(textOf(widget)).to.contain('<img src=x onerror="window.__hacked = 1">');
      expect(widget.shadowRoot!.querySelectorAll('img, b b').length).to.equal(0);
      expect('__hacked' in window).to.equal(false);
    });

    for (const url of [
      'javascript:alert(1)',
      ' JaVaScript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
    ])
      it(`a source of ${url} is a name, not a link`, async () => {
        const document = ready();
        document.sources['ldtd'] = { title: 'Lao động Thủ đô', url };
        const widget = await show(tag, document, attributes);
        await unfold(widget);
        expect(part(widget, 'source')).to.equal('Nguồn: Lao động Thủ đô');
        expect(allByRole(widget, 'link').length).to.equal(0);
      });

    it('a source on another site opens beside the page, one of the page in it', async () => {
      const document = ready();
      document.sources['ldtd'] = { title: 'Nguồn', url: 'https://example.org/a' };
      const widget = await show(tag, document, attributes);
      await unfold(widget);
      const link = byRole<HTMLAnchorElement>(widget, 'link', 'Nguồn');
      expect([link.href, link.target, link.rel]).to.deep.equal([
        'https://example.org/a',
        '_blank',
        'noopener',
      ]);
      const own = ready();
      own.sources['ldtd'] = { title: 'Nguồn', url: '/nguon.html' };
      widget.data = own;
      await widget.updateComplete;
      const inside = byRole<HTMLAnchorElement>(widget, 'link', 'Nguồn');
      expect([inside.href, inside.target]).to.deep.equal([`${location.origin}/nguon.html`, '']);
    });

    it('a source relative to a document is resolved against the document', async () => {
      const document = ready();
      document.sources['ldtd'] = { title: 'Nguồn', url: '../nguon.html' };
      await api.set(document);
      const widget = await ask();
      await becomes(widget, 'ready');
      await unfold(widget);
      const link = byRole<HTMLAnchorElement>(widget, 'link', 'Nguồn');
      expect(link.href).to.equal(new URL('../nguon.html', api.url('ok')).href);
      expect(link.target).to.equal('_blank');
    });

    const swallows = inline ? (title: string, run: () => Promise<void>) => it(title, run) : it;
    swallows(
      '<tag /> that swallows the rest of the page leaves it visible, and says so',
      async () => {
        const { said, stop } = listenToConsole();
        try {
          const widget = await put<Widget>(
            `<${tag} indicator="teams" ${attributes}><h2>Tin khác</h2><p>Phần còn lại của trang.</p></${tag}>`,
          );
          widget.data = ready();
          await widget.updateComplete;
          expect(part(widget, VALUE)).to.equal('45.895 tổ');
          expect(isVisible(widget.querySelector('h2')!)).to.equal(true);
          expect(said.filter((line) => line.includes(`</${tag}>`))).to.have.length(1);
          expect(said.join()).to.match(/^info: \[tcns\]/);
        } finally {
          stop();
        }
      },
    );

    it('works where Prototype.js has patched the arrays', async () => {
      const patched = Array.prototype as { toJSON?: unknown };
      patched.toJSON = function (this: unknown[]) {
        return `[${this.map((item) => JSON.stringify(item)).join(', ')}]`;
      };
      try {
        const raw = ready();
        delete patched.toJSON;
        await api.set(raw);
        patched.toJSON = () => '[]';
        const widget = await ask();
        await becomes(widget, 'ready');
        expect(part(widget, VALUE)).to.equal('45.895 tổ');
      } finally {
        delete patched.toJSON;
      }
    });

    it('an Enter inside does not reach the form of the page', async () => {
      const heard: string[] = [];
      const widget = await show(tag, ready(), attributes);
      const form = document.createElement('form');
      widget.parentElement!.append(form);
      form.append(widget);
      await widget.updateComplete;
      const listen = (event: Event) => heard.push(`${event.type} ${(event as KeyboardEvent).key}`);
      for (const type of ['keydown', 'keypress', 'keyup', 'submit'])
        form.addEventListener(type, listen);
      form.addEventListener('submit', (event) => event.preventDefault());
      allByRole(widget, 'button')[0]!.focus();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'a' });
      expect(
        heard.filter((line) => line.endsWith('Enter') || line.startsWith('submit')),
      ).to.deep.equal([]);
      expect(heard, 'other keys do').to.contain('keydown a');
    });
  });
}
