/** The widgets with the new figures beside the same widgets with the published ones. */
import type { Indicator, Observation } from '../../api/figures.js';
import { documentKey } from '../../domain/editions.js';
import { textOf } from '../../i18n/texts.js';
import { listIn, membersOf } from '../../desk/published.js';
import { h } from '../dom.js';
import type { Built } from './messages.js';

type Widget = HTMLElement & { data?: unknown };

/** Figures that are shown at once; the list of areas leads to all others. */
const MOST = 6;

/** Draws the pairs of widgets for an area into a box; returns the areas to choose from. */
export function preview(box: HTMLElement, { preview: after, before }: Built, area: string): void {
  const path = `observations/${documentKey(area)}`;
  const [is, was] = [after[path], before[path]];
  const keys = [...new Set(figuresIn(is, area).map(({ indicator }) => indicator))];
  const rows = keys
    .slice(0, MOST)
    .map((key) => pair(is, was, () => card(area, key), nameOf(is, key)));
  const children = new Set(figuresIn(is).map((o) => o.area)).size;
  if (children > 3)
    rows.push(
      pair(
        is,
        was,
        () =>
          widget('tcns-coverage-map', { 'heading-level': '4', area, indicator: mapped(is, area) }),
        'Bản đồ',
      ),
    );
  box.replaceChildren(
    ...(rows.length > 0
      ? rows
      : [h('p', {}, 'Địa bàn này chưa có số liệu riêng. Hãy chọn địa bàn khác.')]),
    ...(keys.length > MOST
      ? [h('p', { class: 'quiet' }, `Còn ${keys.length - MOST} chỉ số khác trong gói tải về.`)]
      : []),
  );
}

/** Areas that have a document with figures of their own, the area of the workbook first. */
export function areasIn({ preview: after, area: main }: Built): { id: string; name: string }[] {
  const found = Object.entries(after).flatMap(([path, document]) => {
    const id = membersOf(document)['area'];
    if (
      !path.startsWith('observations/') ||
      typeof id !== 'string' ||
      figuresIn(document, id).length === 0
    )
      return [];
    const area = membersOf(membersOf(membersOf(document)['areas'])[id]);
    return [{ id, name: textOf(area['name'] as string, 'vi') || id }];
  });
  return found.sort(
    (a, b) => Number(b.id === main) - Number(a.id === main) || a.name.localeCompare(b.name, 'vi'),
  );
}

function figuresIn(document: unknown, area?: string): Observation[] {
  return (listIn(document, 'observations') as Observation[]).filter(
    (o) => area === undefined || o.area === area,
  );
}

function nameOf(document: unknown, key: string): string {
  const indicator = membersOf(membersOf(document)['indicators'])[key] as Indicator | undefined;
  return textOf(indicator?.name, 'vi') || key;
}

/** The indicator that most children have. */
function mapped(document: unknown, area: string): string {
  const counts = new Map<string, number>();
  for (const o of figuresIn(document))
    if (o.area !== area) counts.set(o.indicator, (counts.get(o.indicator) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function pair(is: unknown, was: unknown, make: () => Widget, name: string): HTMLElement {
  const side = (label: string, data: unknown): HTMLElement => {
    const shown = data === undefined ? h('p', { class: 'quiet' }, 'Chưa công bố.') : make();
    if (data !== undefined) (shown as Widget).data = data;
    return h('div', { class: 'side' }, h('h3', {}, label), shown);
  };
  return h(
    'section',
    { class: 'pair', 'aria-label': name },
    side('Đang công bố', was),
    side('Bản mới', is),
  );
}

const card = (area: string, indicator: string): Widget =>
  widget('tcns-kpi-card', { area, indicator, 'heading-level': '4' });
const widget = (tag: string, attributes: Record<string, string>): Widget => h(tag, attributes);
