/** A canvas that a browser or an extension refuses takes the drawing, and nothing else. */
import { expect } from '@open-wc/testing';
import '../../src/elements/trend/trend.js';
import { catchErrors, frame, listenToConsole, until } from '../elements/support.js';

const DOCUMENT = {
  version: '1',
  area: 'vn',
  areas: { vn: { name: 'Việt Nam', kind: 'country' } },
  indicators: { teams: { name: 'Số tổ' } },
  sources: {},
  observations: [2021, 2022, 2023].map((year) => ({
    area: 'vn',
    indicator: 'teams',
    at: String(year),
    value: year,
  })),
};

/** A chart that has tried to draw itself. */
async function trend(tried: () => boolean): Promise<HTMLElement> {
  const box = document.createElement('div');
  box.style.width = '400px';
  box.innerHTML = '<tcns-trend area="vn" indicator="teams"></tcns-trend>';
  document.body.append(box);
  const widget = box.firstElementChild as HTMLElement & { data: unknown };
  widget.data = DOCUMENT;
  await until(tried, 'a canvas that is drawn on');
  // What it throws is heard in a task of its own.
  for (let i = 0; i < 4; i++) await frame();
  return widget;
}

describe('a drawing that throws', () => {
  const { getContext } = HTMLCanvasElement.prototype;
  const { setTransform } = CanvasRenderingContext2D.prototype;
  afterEach(() => {
    HTMLCanvasElement.prototype.getContext = getContext;
    CanvasRenderingContext2D.prototype.setTransform = setTransform;
    document.querySelectorAll('tcns-trend').forEach((one) => one.parentElement?.remove());
  });

  for (const [what, breakIt] of [
    [
      'a canvas without a context',
      (tries: () => void) =>
        (HTMLCanvasElement.prototype.getContext = () => {
          tries();
          return null;
        }),
    ],
    [
      'a context that throws',
      (tries: () => void) =>
        (CanvasRenderingContext2D.prototype.setTransform = () => {
          tries();
          throw new Error('refused');
        }),
    ],
  ] as const)
    it(`${what}: the plain line and the words stay, and nothing is left uncaught`, async () => {
      let isTried = false;
      breakIt(() => (isTried = true));
      const rejected: unknown[] = [];
      const hear = (event: PromiseRejectionEvent): void => {
        event.preventDefault();
        rejected.push(event.reason);
      };
      addEventListener('unhandledrejection', hear);
      const [errors, console] = [catchErrors(), listenToConsole()];
      try {
        const widget = await trend(() => isTried);
        expect(rejected).to.deep.equal([]);
        expect(errors.caught).to.deep.equal([]);
        expect(widget.shadowRoot!.querySelector('svg.preview')).to.not.equal(null);
        expect(widget.shadowRoot!.textContent).to.contain('Số tổ');
      } finally {
        removeEventListener('unhandledrejection', hear);
        errors.stop();
        console.stop();
      }
    });
});
