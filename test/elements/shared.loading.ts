/** What every widget of figures keeps while it asks, fails and goes. */
import { expect, oneEvent } from '@open-wc/testing';
import { keep } from '../../src/data/answer-cache.js';
import { configure } from '../../src/data/settings.js';
import type { TcnsErrorEvent } from '../../src/parts/base/events.js';
import { forgetAll } from '../data/kept.js';
import { FakeClock } from '../data/fake-clock.js';

import { approximate, ready, readyMembers } from '../support/fixtures/observations.js';
import { moveAbout, watchLeaks } from './leaks.js';
import {
  becomes,
  byRole,
  frame,
  isVisible,
  part,
  press,
  put,
  show,
  stateOf,
  textOf,
  until,
  type Widget,
} from './support.js';
import { FALLBACK, VALUE, fallbackOf, type Asking, type Kind } from './shared.support.js';

export function describeLoading(
  { tag, attributes, inline, unfold }: Kind,
  { api, ask }: Asking,
): void {
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

    it('offers to try again only what may come, and shows what comes after all', async () => {
      const bundle = { version: '1', documents: {} };
      await api.set(bundle, 'bundle');
      const lacking = `<${tag} bundle="${api.url('ok', 'bundle')}" area="vn" indicator="teams" ${attributes}>${FALLBACK}</${tag}>`;
      for (const mode of ['404', '410', '403', 'a bundle without it']) {
        await api.mode(null);
        const widget = mode.startsWith('4')
          ? await ask(mode, { fallback: FALLBACK })
          : await put<Widget>(lacking);
        await becomes(widget, 'failed');
        await widget.updateComplete;
        expect(textOf(widget).includes('Thử lại'), mode).to.equal(mode === '403' && !inline);
        if (mode.startsWith('4')) await api.mode('ok');
        else await api.set({ ...bundle, documents: { 'observations/vn@2025': ready() } }, 'bundle');
        await widget.reload();
        await becomes(widget, 'ready');
        expect(part(widget, VALUE)).to.equal('45.895 tổ');
      }
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

    it('keeps the focus when "Thử lại" has succeeded and is gone', async () => {
      const widget = await ask('ok', { fallback: FALLBACK });
      await becomes(widget, 'ready');
      await api.mode('404');
      await widget.reload();
      await unfold(widget);
      const button = widget.shadowRoot!.querySelector<HTMLElement>('[part=retry]')!;
      button.focus();
      await api.mode(null);
      button.click();
      await becomes(widget, 'ready');
      expect(button.isConnected).to.equal(false);
      expect(document.activeElement).to.equal(widget);
      expect(widget.shadowRoot!.activeElement).not.to.equal(null);
    });

    it('says how old it is right under its title', async () => {
      if (inline) return;
      const widget = await ask();
      await becomes(widget, 'ready');
      await api.mode('404');
      await widget.reload();
      const order = [...widget.shadowRoot!.querySelectorAll('[part]')]
        .map((element) => element.getAttribute('part'))
        .filter((name) => /^(title|stale|value|footer)$/.test(name ?? ''));
      expect(order).to.deep.equal(['title', 'stale', 'value', 'footer']);
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

    it('keeps the figure of the last visit where a wrong answer is faster than the store, and shows no failure before', async () => {
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
        expect(stateOf(widget), 'never the failure first').to.equal('stale');
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
        await moveAbout(widget);
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
}
