/** Pages that have taken parts of the browser away, or put polyfills in their place that know less. */
import { expect } from '@open-wc/testing';
import '../../src/elements/trend/trend.js';
import { media, observeSize, observeView } from '../../src/data/observe.js';
import { ready } from '../support/fixtures/observations.js';
import { catchErrors, frame, put, textOf, until } from '../elements/support.js';

type Cut = Partial<Record<'ResizeObserver' | 'IntersectionObserver' | 'matchMedia', unknown>>;

const fails = function (): never {
  throw new Error('refused');
};

/** Tells that something changed, and no more. */
class Sizeless {
  private readonly tell: () => void;
  constructor(tell: (entries: readonly object[]) => void) {
    this.tell = () => tell([{}]);
  }
  observe(): void {
    void Promise.resolve().then(this.tell);
  }
  disconnect(): void {
    // nothing is watched
  }
}

const CUTS: Readonly<Record<string, Cut>> = {
  'no observers': { ResizeObserver: undefined, IntersectionObserver: undefined },
  'observers that throw': { ResizeObserver: fails, IntersectionObserver: fails },
  'observers without sizes': { ResizeObserver: Sizeless, IntersectionObserver: null },
  'matchMedia that answers nothing': { matchMedia: () => null },
  'no matchMedia': { matchMedia: undefined },
};

describe('a browser that a page has cut', () => {
  const page = globalThis as unknown as Record<string, unknown>;
  const whole = { ResizeObserver, IntersectionObserver, matchMedia };
  afterEach(() => Object.assign(page, whole));

  for (const [name, cut] of Object.entries(CUTS)) {
    it(`${name}: a trend is drawn with its chart, and nothing is thrown`, async () => {
      const errors = catchErrors();
      Object.assign(page, cut);
      const trend = await put<HTMLElement & { data: unknown }>(
        '<tcns-trend area="vn" indicator="teams"></tcns-trend>',
      );
      trend.data = ready();
      await until(() => !!trend.shadowRoot!.querySelector('.plot canvas'));
      expect(textOf(trend)).to.not.match(/NaN|undefined/);
      await frame();
      expect(errors.caught).to.deep.equal([]);
      errors.stop();
    });
  }

  it('a size is told once without observers, and again when the window changes', async () => {
    Object.assign(page, { ResizeObserver: undefined });
    const box = document.createElement('div');
    box.style.cssText = 'width: 120px; height: 40px';
    document.body.append(box);
    const sizes: string[] = [];
    const stop = observeSize(box, (width, height) => sizes.push(`${width}×${height}`));
    await Promise.resolve();
    expect(sizes).to.deep.equal(['120×40']);
    box.style.width = '80px';
    dispatchEvent(new Event('resize'));
    stop();
    dispatchEvent(new Event('resize'));
    expect(sizes).to.deep.equal(['120×40', '80×40']);
    box.remove();
  });

  it('what nobody can observe is in view, and a query that nobody can ask matches nothing', () => {
    Object.assign(page, { IntersectionObserver: undefined, matchMedia: fails });
    const seen: boolean[] = [];
    observeView(document.body, (inView) => seen.push(inView))();
    expect(seen).to.deep.equal([true]);
    expect(media('print')).to.deep.equal({});
  });
});
