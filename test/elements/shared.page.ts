/** What every widget of figures keeps on the pages that it stands on. */
import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { configure } from '../../src/data/settings.js';
import { TcnsErrorEvent, TcnsLoadEvent } from '../../src/parts/base/events.js';

import { ready, readyMembers } from '../support/fixtures/observations.js';
import {
  allByRole,
  becomes,
  byRole,
  isVisible,
  listenToConsole,
  part,
  put,
  show,
  textOf,
  until,
  type Widget,
} from './support.js';
import { FALLBACK, VALUE, fallbackOf, type Asking, type Kind } from './shared.support.js';

export function describeOnPages(
  { tag, attributes, inline, unfold }: Kind,
  { api, ask }: Asking,
): void {
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
          // The code that says so comes late.
          const notes = () => said.filter((line) => line.includes(`</${tag}>`));
          await until(() => notes().length > 0);
          expect(notes()).to.have.length(1);
          expect(notes()[0]).to.match(/^info: \[tcns\]/);
        } finally {
          stop();
        }
      },
    );

    const rests: Readonly<Record<string, string>> = {
      ' thành viên trong toàn thành phố.': 'a sentence',
      ', theo báo cáo của thành phố.': 'a sentence after a sign',
      [`<p>${'Phần còn lại của bài viết. '.repeat(14)}</p>`]: 'a long paragraph',
      '<tcns-kpi-card></tcns-kpi-card>Tin khác': 'a widget and text',
    };
    for (const [rest, what] of Object.entries(rests))
      it(`<tag /> that swallows the rest of ${what} leaves it visible, and a fallback goes`, async () => {
        for (const [content, isShown] of [
          [rest, true],
          ['Theo tòa soạn: 45.895 tổ, tính đến tháng 12/2022', false],
        ] as const) {
          const widget = await put<Widget>(
            `<${tag} indicator="teams" ${attributes}>${content}</${tag}>`,
          );
          widget.data = ready();
          await widget.updateComplete;
          expect(part(widget, VALUE)).to.equal('45.895 tổ');
          expect(!!widget.shadowRoot!.querySelector('slot:not([name])'), content).to.equal(isShown);
        }
      });

    it('<tag /> leaves a short paragraph visible that is written under it, and a fallback goes', async () => {
      const open = `<${tag} indicator="teams" ${attributes}>`;
      const next = '<p>Đoạn ngắn.</p>';
      for (const [source, isShown] of [
        [`<div>\n  ${open}\n  ${next}\n</div>`, true],
        [`<div>\r\n\t${open}\r\n\t${next}\r\n</div>`, true],
        [`<div>\n  ${open}\n    ${next}\n  </${tag}>\n</div>`, false],
        [`<div>\n${open}\n${next}\n</${tag}>\n</div>`, false],
        [`<div>\n  ${open}${next}</${tag}></div>`, false],
        [`<div>${open}\n${next}\n</${tag}></div>`, false],
      ] as const) {
        const widget = await put<Widget>(source);
        widget.data = ready();
        await widget.updateComplete;
        expect(part(widget, VALUE)).to.equal('45.895 tổ');
        expect(isVisible(widget.querySelector('p')!), source).to.equal(isShown);
      }
    });

    it('a document as JSON between its tags is no rest of the page', async () => {
      const { said, stop } = listenToConsole();
      try {
        const widget = await put<Widget>(
          `<${tag} indicator="teams" ${attributes}>Đang chờ<script type="application/json">${JSON.stringify(ready())}</script></${tag}>`,
        );
        await becomes(widget, 'ready');
        expect(!!widget.shadowRoot!.querySelector('slot:not([name])')).to.equal(false);
        expect(said).to.deep.equal([]);
      } finally {
        stop();
      }
    });

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
