/** A widget that a page moves into another document: a window to print from, an editor's frame. */
import { expect } from '@open-wc/testing';
import '../../src/elements/kpi-card/kpi-card.js';
import type { TcnsKpiCard } from '../../src/elements/kpi-card/kpi-card.js';
import { ready } from '../support/fixtures/observations.js';
import { boxOf, frame, part, show, until } from './support.js';

/** A document of its own, as a window of the same page has it. */
async function otherDocument(): Promise<Document> {
  const box = await boxOf();
  const frame = document.createElement('iframe');
  box.append(frame);
  const other = frame.contentDocument as Document;
  other.open();
  other.write('<!doctype html><title>In</title><body>');
  other.close();
  return other;
}

/** A widget that has been drawn and measured. */
async function shown(): Promise<TcnsKpiCard> {
  const widget = await show<TcnsKpiCard>('tcns-kpi-card', ready());
  await frame();
  await frame();
  return widget;
}

const looks = (widget: Element): string => {
  const root = widget.shadowRoot?.querySelector('.root') as Element;
  const { display, fontFamily, fontSize } = getComputedStyle(root);
  return [display, fontFamily, fontSize, getComputedStyle(widget).display].join(' | ');
};

describe('in another document', () => {
  it('a widget that was drawn keeps its styles, there and back, with those that came late', async () => {
    const widget = await shown();
    const before = looks(widget);
    const box = widget.parentElement as Element;
    const worn = widget.shadowRoot?.adoptedStyleSheets.length ?? 0;
    expect(worn).to.be.above(0);
    const other = await otherDocument();
    other.body.append(widget);
    expect(looks(widget)).to.equal(before);
    expect(widget.shadowRoot?.adoptedStyleSheets.length).to.equal(worn);
    // Its table brings styles of its own, and these go back with it.
    (widget as unknown as { menu: { show(panel: string): void } }).menu.show('table');
    await until(() => widget.shadowRoot?.querySelector('table') !== null, 'a table');
    const later = widget.shadowRoot?.adoptedStyleSheets.length ?? 0;
    expect(later).to.be.above(worn);
    box.append(widget);
    expect(looks(widget)).to.equal(before);
    expect(widget.shadowRoot?.adoptedStyleSheets.length).to.equal(later);
  });

  it('a widget that was made here and put there first is drawn there', async () => {
    const other = await otherDocument();
    const widget = document.createElement('tcns-kpi-card');
    const doc = ready();
    widget.setAttribute('indicator', doc.observations[0]?.indicator ?? '');
    Object.assign(widget, { data: doc });
    other.body.append(widget);
    await until(() => part(widget, 'value') !== undefined, 'its figure');
    expect(widget.shadowRoot?.adoptedStyleSheets.length).to.be.above(0);
  });

  it('a widget that waits in a template or a document without a window has its styles when it comes back', async () => {
    const widget = await shown();
    const before = looks(widget);
    const box = widget.parentElement as Element;
    for (const other of [
      document.createElement('template').content,
      document.implementation.createHTMLDocument('').body,
    ]) {
      other.append(widget);
      box.append(widget);
      expect(looks(widget)).to.equal(before);
    }
  });
});
