/** The widgets with the new figures beside the same widgets with the published ones. */
import type { Indicator, Observation } from '../../api/figures.js';
import { textOf } from '../../i18n/texts.js';
import { membersOf } from '../../api/raw-members.js';
import { listIn } from '../../desk/published.js';
import { h } from '../dom.js';
import type { Preview } from './messages.js';
import { mapped } from './preview-data.js';
import { filled, isEnglish, textsOfPage } from './texts.js';

type Widget = HTMLElement & { data?: unknown };

/** The most figures that are shown at once; the list of areas offers the others. */
const MOST = 6;

/** Draws the pairs of widgets for an area into a box, one pair after another, so that the page stays awake. */
export function preview(box: HTMLElement, { area, is, was }: Preview): void {
  const keys = [...new Set(figuresIn(is, area).map(({ indicator }) => indicator))];
  const pairs = keys
    .slice(0, MOST)
    .map((key) => () => pair(is, was, () => card(area, key), nameOf(is, key)));
  const children = new Set(figuresIn(is).map((o) => o.area)).size;
  if (children > 3)
    pairs.push(() =>
      pair(
        is,
        was,
        () =>
          widget('tcns-coverage-map', {
            'heading-level': '4',
            area,
            indicator: mapped(figuresIn(is), area),
          }),
        textsOfPage().map,
      ),
    );
  const end = h('p', { class: 'quiet' });
  if (pairs.length === 0) end.textContent = textsOfPage().noFigures;
  else if (keys.length > MOST)
    end.textContent = filled(textsOfPage().moreIndicators, keys.length - MOST);
  box.replaceChildren(end);
  const next = (): void => {
    const make = pairs.shift();
    // Another area was chosen meanwhile.
    if (!make || end.parentNode !== box) return;
    end.before(make());
    requestAnimationFrame(next);
  };
  next();
}

function figuresIn(doc: unknown, area?: string): Observation[] {
  return (listIn(doc, 'observations') as Observation[]).filter(
    (o) => area === undefined || o.area === area,
  );
}

function nameOf(doc: unknown, key: string): string {
  const indicator = membersOf(membersOf(doc)['indicators'])[key] as Indicator | undefined;
  return textOf(indicator?.name, isEnglish() ? 'en' : 'vi') || key;
}

function pair(is: unknown, was: unknown, make: () => Widget, name: string): HTMLElement {
  const side = (label: string, data: unknown): HTMLElement => {
    const shown =
      data === undefined ? h('p', { class: 'quiet' }, textsOfPage().unpublished) : make();
    if (data !== undefined) (shown as Widget).data = data;
    return h('div', { class: 'side' }, h('h3', {}, label), shown);
  };
  return h(
    'section',
    { class: 'pair', 'aria-label': name },
    side(textsOfPage().published, was),
    side(textsOfPage().fresh, is),
  );
}

const card = (area: string, indicator: string): Widget =>
  widget('tcns-kpi-card', { area, indicator, 'heading-level': '4' });
const widget = (tag: string, attributes: Record<string, string>): Widget => h(tag, attributes);
