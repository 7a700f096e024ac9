/** Room that a widget keeps free, and does not need: given back where nobody sees it. */
import { expect } from '@open-wc/testing';
import '../../src/register.js';
import { ready } from '../support/fixtures/observations.js';
import { boxOf, frame, until, type Widget } from './support.js';

const KEPT = 900;

/** A card with far too much room, so many px under the top of the page, and text behind it. */
async function cardBelow(px: number): Promise<Widget> {
  const box = await boxOf(340);
  box.innerHTML =
    `<div style="height: ${px}px"></div>` +
    `<tcns-kpi-card indicator="teams" style="--tcns-kpi-card-min-height: ${KEPT}px"></tcns-kpi-card>` +
    '<p>sau</p>';
  const widget = box.querySelector<Widget>('tcns-kpi-card')!;
  scrollTo(0, 0);
  widget.data = ready();
  await widget.updateComplete;
  return widget;
}

const height = (widget: Element): number => widget.getBoundingClientRect().height;

/** Resolves when an observer of the page that came after the widget's own has seen it. */
const seen = (widget: Element): Promise<void> =>
  new Promise((resolve) => {
    const view = new IntersectionObserver(() => {
      view.disconnect();
      resolve();
    });
    view.observe(widget);
  });

describe('room that is not needed', () => {
  it('is given back while the widget is under the window', async () => {
    const widget = await cardBelow(innerHeight + 50);
    await until(() => height(widget) < 500);
  });

  it('stays while its end can be seen, and goes when the widget is scrolled out below', async () => {
    const widget = await cardBelow(0);
    await seen(widget);
    await frame();
    expect(height(widget)).to.equal(KEPT);
    const before = widget.previousElementSibling as HTMLElement;
    before.style.height = `${innerHeight + 50}px`;
    await until(() => height(widget) < 500);
  });

  it('leaves a widget the height of its last figures while others are on their way', async () => {
    const widget = await cardBelow(innerHeight + 50);
    widget.heading = 'Số tổ công nghệ số cộng đồng '.repeat(12);
    await until(() => height(widget) < 600);
    await widget.updateComplete;
    const last = height(widget);
    expect(last, 'higher than the placeholder').to.be.above(300);
    const { fetch } = window;
    window.fetch = () => new Promise(() => undefined);
    try {
      widget.data = undefined;
      widget.setAttribute('src', '/never.json');
      await widget.updateComplete;
      expect(widget.shadowRoot!.querySelector('[aria-busy=true]')).not.to.equal(null);
      expect(height(widget)).to.be.closeTo(last, 1);
      widget.data = ready();
      await widget.updateComplete;
      expect(widget.shadowRoot!.querySelector<HTMLElement>('.root')!.style.minHeight).to.equal('');
    } finally {
      window.fetch = fetch;
    }
  });

  for (const tag of [
    'kpi-card',
    'trend',
    'ranking',
    'coverage-map',
    'team-roster',
    'service-guide',
  ])
    for (const words of ['', '<span>hơn 74.000 tổ</span>'])
      it(`is full of quiet shapes where a ${tag} fails in the window${words && ', under what the page says'}`, async () => {
        const box = await boxOf(340);
        box.innerHTML = `<tcns-${tag} src="/no-such-folder/figures.json" style="--tcns-${tag}-min-height: ${KEPT}px">${words}</tcns-${tag}>`;
        const widget = box.querySelector<Widget>(`tcns-${tag}`)!;
        scrollTo(0, 0);
        await customElements.whenDefined(widget.localName);
        await until(() => widget.shadowRoot!.querySelector('.failure'));
        const root = widget.shadowRoot!;
        expect(height(widget)).to.be.closeTo(KEPT, 1);
        const ghost = root.querySelector('.ghost')!;
        expect(ghost.getAttribute('aria-hidden')).to.equal('true');
        const failure = root.querySelector('.failure')!.getBoundingClientRect();
        expect(failure.top, 'the sentence first').to.be.below(
          widget.getBoundingClientRect().top + 80,
        );
        const shapes = ghost.getBoundingClientRect();
        expect(shapes.top - failure.bottom).to.be.within(0, 24);
        expect(widget.getBoundingClientRect().bottom - shapes.bottom).to.be.within(0, 20);
        // Where the room goes, the shapes go with it.
        widget.style.setProperty(`--tcns-${tag}-min-height`, '0px');
        expect(height(widget)).to.be.below(120);
        expect(ghost.getBoundingClientRect().height).to.equal(0);
      });

  it('is not watched by a widget that was removed, whatever it still updates', async () => {
    const { IntersectionObserver } = window;
    let watching = 0;
    window.IntersectionObserver = class extends IntersectionObserver {
      override observe(target: Element): void {
        watching += 1;
        super.observe(target);
      }
    };
    try {
      const widget = document.createElement('tcns-kpi-card') as Widget;
      document.body.append(widget);
      widget.data = ready();
      widget.remove();
      await widget.updateComplete;
      await frame();
      expect(watching).to.equal(0);
    } finally {
      window.IntersectionObserver = IntersectionObserver;
    }
  });
});
