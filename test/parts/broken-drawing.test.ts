/** A drawing that throws: the reader keeps figures or the author's text, and the other widgets go on. */
import { expect } from '@open-wc/testing';
import '../../src/elements/kpi-card/kpi-card.js';
import { TcnsKpiCard } from '../../src/elements/kpi-card/kpi-card.element.js';
import { ready } from '../support/fixtures/observations.js';
import { frame, put, textOf, until, type Widget } from '../elements/support.js';

type Drawing = { renderDocument: (shown: unknown) => unknown };

describe('a drawing that throws', () => {
  const drawing = TcnsKpiCard.prototype as unknown as Drawing;
  const { renderDocument } = drawing;
  const breakIt = (): void => {
    drawing.renderDocument = function (this: Element, shown) {
      if (this.id === 'broken') throw new RangeError('Invalid time value');
      return renderDocument.call(this, shown);
    };
  };
  afterEach(() => (drawing.renderDocument = renderDocument));

  const card = async (attributes: string, inside = ''): Promise<Widget> => {
    const widget = await put(
      `<tcns-kpi-card area="vn" indicator="teams" ${attributes}>${inside}</tcns-kpi-card>`,
    );
    (widget as unknown as { data: unknown }).data = ready();
    await widget.updateComplete;
    return widget;
  };

  it('shows one sentence in a box, and tells the page', async () => {
    breakIt();
    const errors: unknown[] = [];
    const heard = (event: Event): number => errors.push((event as CustomEvent).type);
    document.addEventListener('tcns-error', heard);
    const widget = await card('id="broken"');
    const other = await card('');
    document.removeEventListener('tcns-error', heard);
    await until(() => textOf(widget).includes('Không tải được'));
    expect(errors).to.deep.equal(['tcns-error']);
    expect(textOf(other)).to.not.include('Không tải được');
    expect(other.shadowRoot!.querySelector('[part~=value]')).to.not.equal(null);
  });

  it('keeps the figures that were on the screen', async () => {
    const widget = await card('');
    const before = textOf(widget);
    widget.id = 'broken';
    breakIt();
    (widget as unknown as { data: unknown }).data = ready();
    await widget.updateComplete;
    expect(textOf(widget)).to.equal(before);
  });

  it('is not tried again without end because its fallback took its place', async () => {
    let tries = 0;
    const widget = await put<Widget>(
      '<tcns-kpi-card area="vn" indicator="teams">45.895 tổ</tcns-kpi-card>',
    );
    widget.addController({
      hostUpdated() {
        // Ends by itself, because otherwise a failing test would hang the browser.
        if (++tries < 1000) throw new Error('refused');
      },
    });
    (widget as unknown as { data: unknown }).data = ready();
    await until(() => textOf(widget).includes('Không tải được'));
    await frame();
    await frame();
    expect(tries).to.be.below(10);
  });
});
