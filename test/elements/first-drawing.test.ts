/** What a widget draws first, and how often it draws until its figures are there. */
import { expect } from '@open-wc/testing';
import '../../src/elements/campaign-tracker/campaign-tracker.js';
import '../../src/elements/coverage-map/coverage-map.js';
import '../../src/elements/kpi-card/kpi-card.js';
import '../../src/elements/team-roster/team-roster.js';
// What a map imports is here before the first map, because a slow import may draw a placeholder.
import '../../src/maps/provinces-2008.generated.js';
import '../../src/maps/provinces-2025.generated.js';
import { sampleWards } from '../../tools/sample/sample-teams.js';
import { running } from '../support/fixtures/campaign.js';
import { nationDocument } from '../support/fixtures/map.js';
import { ready } from '../support/fixtures/observations.js';
import { boxOf, isVisible, part, until } from './support.js';

type Widget = HTMLElement & {
  readonly updateComplete: Promise<unknown>;
  readonly isUpdatePending: boolean;
  performUpdate(): void;
};

/** An address of its own for each test, because the store keeps answers. */
let address = '';
let addresses = 0;

/** Puts a widget on the page; tells whether it has ever drawn a placeholder, and how often it has drawn. */
async function watched<W extends Widget>(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  { data, inside = '', width = 600 }: { data?: unknown; inside?: string; width?: number } = {},
) {
  const box = await boxOf(width);
  const widget = document.createElement(tag) as W;
  const seen = { drawings: 0, placeholders: 0 };
  const draw = widget.performUpdate.bind(widget);
  widget.performUpdate = () => {
    seen.drawings++;
    draw();
    if (widget.shadowRoot?.querySelector('[aria-busy="true"]')) seen.placeholders++;
  };
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  widget.innerHTML = inside;
  if (data !== undefined) Object.assign(widget, { data });
  box.append(widget);
  return { widget, seen };
}

describe('the first drawing', () => {
  let answer: (body: unknown, status?: number) => void;

  const { setTimeout: realTimeout } = globalThis;

  // On a busy machine the moment that a first drawing waits may be over before the answer was read: here it never is.
  beforeEach(() => {
    globalThis.setTimeout = ((act: () => void, ms?: number) =>
      ms === 300 ? 0 : realTimeout(act, ms)) as typeof setTimeout;
  });
  afterEach(() => {
    globalThis.setTimeout = realTimeout;
  });

  // As the loader does it: the answer is on its way before the widget's module is there.
  beforeEach(() => {
    const coming = new Promise<Response>((done) => {
      answer = (body, status = 200) => done(new Response(JSON.stringify(body), { status }));
    });
    address = `${location.origin}/no-such-folder/${++addresses}.json`;
    Object.assign(globalThis, { tcns: { early: { [address]: coming } } });
  });
  const { setTimeout } = globalThis;
  afterEach(() => {
    globalThis.setTimeout = setTimeout;
    answer({});
    Reflect.deleteProperty(globalThis, 'tcns');
  });

  /** Until the end of the test a first drawing waits as long as it has to: a slow machine may come to the end of the moment. */
  function waitLonger(): void {
    const longer = (action: () => void, ms?: number) =>
      setTimeout(action, ms === 300 ? 60_000 : ms);
    globalThis.setTimeout = longer as typeof setTimeout;
  }

  const frames = async (count: number) => {
    for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
  };

  const card = () => ({ src: address, area: 'vn', indicator: 'teams' });

  it('is the figure, where the loader has asked for it and it comes in a moment', async () => {
    const { widget, seen } = await watched('tcns-kpi-card', card());
    answer(ready());
    await widget.updateComplete;
    expect(part(widget, 'value')).to.equal('45.895 tổ');
    expect(seen).to.deep.equal({ drawings: 1, placeholders: 0 });
  });

  /** How many tasks a widget begins during some work. */
  async function tasksOf(work: () => Promise<unknown>): Promise<number> {
    const { MessageChannel: Real } = globalThis;
    let tasks = 0;
    globalThis.MessageChannel = class extends Real {
      constructor() {
        super();
        tasks++;
      }
    };
    try {
      await work();
      return tasks;
    } finally {
      globalThis.MessageChannel = Real;
    }
  }

  it('is a task of its own, behind the one that read the figures', async () => {
    const tasks = await tasksOf(async () => {
      const { widget } = await watched('tcns-kpi-card', card());
      answer(ready());
      await widget.updateComplete;
      expect(part(widget, 'value')).to.equal('45.895 tổ');
    });
    expect(tasks).to.equal(1);
  });

  it('of a map has its rows and outlines from a task before', async () => {
    waitLonger();
    const tasks = await tasksOf(async () => {
      const attributes = { area: 'vn@2025', indicator: 'coverage.hamlet' };
      const { widget } = await watched('tcns-coverage-map', attributes, {
        data: nationDocument('2025'),
      });
      await widget.updateComplete;
      expect(widget.shadowRoot!.querySelector('svg.map')).to.not.equal(null);
    });
    // Two of the picture, and after two frames two of all else.
    expect(tasks).to.equal(5);
  });

  it('is a placeholder, where what the loader has asked for does not come in a moment', async () => {
    globalThis.setTimeout = realTimeout;
    const { widget, seen } = await watched('tcns-kpi-card', card());
    await widget.updateComplete;
    expect(seen).to.deep.equal({ drawings: 1, placeholders: 1 });
  });

  it('never hides what the author wrote in the place of the figure', async () => {
    const { widget } = await watched('tcns-kpi-card', card(), { inside: '<p>45.895 tổ</p>' });
    await new Promise(requestAnimationFrame);
    expect(isVisible(widget.querySelector('p')!)).to.equal(true);
  });

  it('of a map keeps what the author wrote until the borders are there, too', async () => {
    const { widget } = await watched(
      'tcns-coverage-map',
      { area: 'vn@2025', indicator: 'coverage.hamlet', 'geo-src': address },
      { data: nationDocument('2025'), inside: '<p>Bản đồ của năm 2019</p>' },
    );
    await widget.updateComplete;
    expect(isVisible(widget.querySelector('p')!)).to.equal(true);
  });

  it('of a map in the place of what the author wrote has its rows from a task before, and is whole', async () => {
    const { widget } = await watched(
      'tcns-coverage-map',
      { src: address, area: 'vn@2025', indicator: 'coverage.hamlet' },
      { inside: '<p>Bản đồ của năm 2019</p>' },
    );
    await widget.updateComplete;
    expect(isVisible(widget.querySelector('p')!)).to.equal(true);
    const footers: number[] = [];
    const tasks = await tasksOf(async () => {
      const draw = widget.performUpdate.bind(widget);
      widget.performUpdate = () => {
        const { isUpdatePending } = widget;
        draw();
        if (isUpdatePending && widget.shadowRoot!.querySelector('svg.map'))
          footers.push(widget.shadowRoot!.querySelectorAll('.footer').length);
      };
      answer(nationDocument('2025'));
      await until(() => footers.length > 0, 'the map');
    });
    expect(tasks).to.be.above(1);
    expect(footers).to.deep.equal([1]);
  });

  it('is a failure, where what the loader has asked for is not there', async () => {
    const { widget } = await watched('tcns-kpi-card', card());
    answer('', 404);
    await widget.updateComplete;
    expect(widget.shadowRoot!.querySelector('.failure')).to.not.equal(null);
  });

  it('of figures of the page is its only one', async () => {
    const { widget, seen } = await watched('tcns-kpi-card', card(), { data: ready() });
    await widget.updateComplete;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(part(widget, 'value')).to.equal('45.895 tổ');
    expect(seen).to.deep.equal({ drawings: 1, placeholders: 0 });
  });

  for (const width of [200, 340, 480, 760]) {
    it(`of a map is its picture, and all else is drawn in rooms kept for it, at ${width} px`, async () => {
      waitLonger();
      const { widget, seen } = await watched(
        'tcns-coverage-map',
        { area: 'vn@2025', indicator: 'coverage.hamlet' },
        { data: nationDocument('2025'), width },
      );
      const steps: { parts: string; names: number; places: number[][] }[] = [];
      const told: number[] = [];
      widget.addEventListener('tcns-load', () => told.push(steps.length));
      const draw = widget.performUpdate.bind(widget);
      widget.performUpdate = () => {
        const { isUpdatePending } = widget;
        draw();
        if (!isUpdatePending) return;
        const all = (selector: string) => [...widget.shadowRoot!.querySelectorAll(selector)];
        const parts = ['input', '.legend', '.detail', '.notices', '.footer'];
        steps.push({
          parts: parts.filter((selector) => all(selector).length > 0).join(' '),
          names: all('path[aria-label]').length,
          places: all('.head, .picker, .views, .summary, .picture, svg.map').map((element) => {
            const { left, top, width: wide, height } = element.getBoundingClientRect();
            // A page knows no half pixels, and no shift of less than three.
            return [left, top, wide, height].map(Math.round);
          }),
        });
      };
      await widget.updateComplete;
      await frames(4);
      const [first, second, ...more] = steps;
      expect(more).to.deep.equal([]);
      expect(first?.parts).to.equal('');
      expect(first?.names).to.equal(0);
      expect(second?.parts).to.equal('input .legend .detail .notices .footer');
      expect(second?.names).to.equal(34);
      expect(first?.places).to.have.length(6);
      expect(second?.places).to.deep.equal(first?.places);
      expect(seen.placeholders).to.equal(0);
      // The page hears of it when all is there.
      expect(told).to.deep.equal([1]);
    });
  }

  for (const edition of ['2008', '2025'] as const) {
    it(`of a map has one path for each colour, with each area of ${edition} where it stays`, async () => {
      waitLonger();
      const { widget } = await watched(
        'tcns-coverage-map',
        { area: `vn@${edition}`, indicator: 'coverage.hamlet' },
        { data: nationDocument(edition) },
      );
      const shapes = () => [...widget.shadowRoot!.querySelectorAll<SVGPathElement>('.map .shape')];
      let first: readonly SVGPathElement[] = [];
      const draw = widget.performUpdate.bind(widget);
      widget.performUpdate = () => {
        draw();
        if (first.length === 0) first = shapes();
      };
      await widget.updateComplete;
      const areas = shapes();
      expect(areas).to.have.length(edition === '2008' ? 63 : 34);
      const colours = first.map((path) => path.getAttribute('class'));
      expect(colours).to.have.members([
        ...new Set(areas.map((area) => area.getAttribute('class'))),
      ]);
      // Only what is on the page has a form.
      const svg = widget.shadowRoot!.querySelector<SVGSVGElement>('svg.map')!;
      svg.append(...first);
      const point = svg.createSVGPoint();
      const lost = areas.filter((area) => {
        const path = first[colours.indexOf(area.getAttribute('class'))]!;
        const { x, y, width, height } = area.getBBox();
        const inside = [];
        for (let i = 1; i < 20; i++)
          for (let j = 1; j < 20; j++) {
            Object.assign(point, { x: x + (width * i) / 20, y: y + (height * j) / 20 });
            if (area.isPointInFill(point)) inside.push(path.isPointInFill(point));
          }
        return inside.length === 0 || inside.includes(false);
      });
      expect(lost.map(({ id }) => id)).to.deep.equal([]);
      // The path of a colour has no other areas.
      const sizeOf = (paths: readonly SVGPathElement[]) =>
        paths.reduce((sum, path) => sum + path.getAttribute('d')!.replaceAll('M0 0', '').length, 0);
      expect(sizeOf(first)).to.equal(sizeOf(areas));
    });
  }

  /** The parts of a tracker that each drawing shows. */
  async function trackerDrawn(prepare?: (widget: Widget) => void) {
    const { widget, seen } = await watched('tcns-campaign-tracker', { src: address });
    // A chart that is not seen is not loaded, which would be a further drawing.
    widget.parentElement!.style.marginTop = '5000px';
    const steps: string[] = [];
    const draw = widget.performUpdate.bind(widget);
    widget.performUpdate = () => {
      const { isUpdatePending } = widget;
      draw();
      if (!isUpdatePending) return;
      const parts = ['goals', 'burn-up', 'milestones', 'footer'];
      steps.push(
        parts.filter((name) => widget.shadowRoot!.querySelector(`[part~="${name}"]`)).join(),
      );
    };
    prepare?.(widget);
    answer(running());
    await widget.updateComplete;
    return { widget, seen, steps };
  }

  it('of a tracker is its goals, and all else a frame later', async () => {
    const told: number[] = [];
    const { seen, steps } = await trackerDrawn((widget) =>
      widget.addEventListener('tcns-load', () =>
        told.push(widget.shadowRoot!.querySelectorAll('[part~="footer"]').length),
      ),
    );
    const whole = ['goals', 'goals,burn-up,milestones,footer'];
    expect(steps).to.deep.equal(whole);
    // Its chart is measured in the frame after, which changes nothing yet.
    await frames(4);
    expect(steps).to.deep.equal(whole);
    expect(seen.placeholders).to.equal(0);
    // The page hears of it when all is there.
    expect(told).to.deep.equal([1]);
  });

  it('of a tracker that fails is tried once', async () => {
    let errors = 0;
    const { steps } = await trackerDrawn((widget) => {
      widget.addEventListener('tcns-error', () => errors++);
      Object.assign(widget, {
        renderDocument() {
          throw new Error('a figure that no schema foresaw');
        },
      });
    });
    expect({ errors, drawings: steps.length }).to.deep.equal({ errors: 1, drawings: 1 });
  });

  it('of a list of teams fills the list, and all other rows and the footer come a frame later', async () => {
    const { widget } = await watched('tcns-team-roster', { src: address });
    const drawings: { rows: number; height: number; rest: number; footers: number }[] = [];
    const draw = widget.performUpdate.bind(widget);
    const look = () => {
      const root = widget.shadowRoot!;
      const list = root.querySelector<HTMLElement>('.rows');
      const { offsetHeight = 0, scrollHeight = 0 } = list ?? {};
      return {
        rows: root.querySelectorAll('[data-row]').length,
        height: offsetHeight,
        rest: scrollHeight - offsetHeight,
        footers: root.querySelectorAll('[part~="footer"]').length,
      };
    };
    widget.performUpdate = () => {
      const { isUpdatePending } = widget;
      draw();
      if (isUpdatePending) drawings.push(look());
    };
    const told: number[] = [];
    widget.addEventListener('tcns-load', () => told.push(look().rows));
    answer(sampleWards());
    await widget.updateComplete;
    await frames(4);
    const [first, second, ...more] = drawings;
    expect(more).to.deep.equal([]);
    expect(first!.rows).to.be.within(4, 12);
    expect(second!.rows).to.equal(22);
    expect([first!.footers, second!.footers]).to.deep.equal([0, 1]);
    // What stands below the list does not move, and it can be scrolled at once.
    expect(first!.height).to.equal(second!.height);
    expect(first!.rest).to.be.greaterThan(0);
    expect(told).to.deep.equal([second!.rows]);
  });

  it('of a list of teams that is not longer than its room is its only one', async () => {
    const { widget, seen } = await watched('tcns-team-roster', {}, { data: sampleWards() });
    await widget.updateComplete;
    await frames(4);
    expect(widget.shadowRoot!.querySelector('[data-row]')).to.not.equal(null);
    expect(seen).to.deep.equal({ drawings: 1, placeholders: 0 });
  });
});
