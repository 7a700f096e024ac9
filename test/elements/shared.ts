/** What the widgets of one figure keep beside the list of every widget (every-widget.ts). */
import { expect } from '@open-wc/testing';

import { approximate, empty, forms, pinned, type Form } from '../support/fixtures/observations.js';
import { FIGURES } from './figures.js';
import { becomes, isVisible, listenToConsole, part, put, show, until } from './support.js';
import { describeLoading } from './shared.loading.js';
import { describeOnPages } from './shared.page.js';
import { FALLBACK, VALUE, asking, type Kind } from './shared.support.js';

const lower = (text: string | undefined) => text?.toLowerCase();

export function describeFigureWidget(kind: Kind): void {
  const { tag, attributes, unfold } = kind;
  const served = asking(kind);
  const { api, ask } = served;

  describeLoading(kind, served);
  describeOnPages(kind, served);

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

  describe('pinned with `at`', () => {
    const PINS: [at: string, shown: string][] = [
      ['2022-08', '45.895 tổ'],
      ['2022', '45.895 tổ'],
      ['2022-06', '27.200 tổ'],
      ['2025-03', 'hơn 74.000 tổ'],
      ['2024', 'nguồn không có số liệu năm 2024'],
    ];
    for (const [at, shown] of PINS)
      it(`${at} shows "${shown}"`, async () => {
        const widget = await show(tag, pinned(), `${attributes} at="${at}"`);
        // A box has the place in its sentence, too, whose words come late.
        if (at === '2024') await until(() => lower(part(widget, VALUE))?.includes(shown), shown);
        else expect(lower(part(widget, VALUE))).to.equal(shown);
      });

    it('keeps the text of the page where the pinned date has left the file, with one note', async () => {
      const notes = listenToConsole();
      const text = '<span>Theo tòa soạn: 45.895 tổ</span>';
      const widget = await put(`<${tag} ${attributes} at="2024">${text}</${tag}>`);
      Object.assign(widget, { data: pinned(), indicator: 'teams', area: 'vn' });
      await widget.updateComplete;
      await widget.reload();
      const isNote = (line: string) => line.includes('has no figure for this');
      await until(() => notes.said.some(isNote), 'the note');
      notes.stop();
      expect(isVisible(widget.querySelector('span')!)).to.equal(true);
      expect(part(widget, VALUE)).to.equal(undefined);
      const said = notes.said.filter(isNote);
      expect(said).to.have.length(1);
      expect(said[0]).to.contain('at="2024"').and.to.contain('dates: ').and.to.contain('2022-08');
    });

    it('says of a missing figure which period it is of, not up to when it was counted', async () => {
      const widget = await show(tag, forms.missingWithTarget(), attributes);
      await unfold(widget);
      const words = part(widget, 'date') ?? '';
      expect(words).not.to.contain('Số liệu tính đến');
      expect(words).to.match(/^Kỳ số liệu: /);
    });
  });
}
