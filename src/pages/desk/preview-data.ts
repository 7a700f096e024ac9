/** What the desk page shows of a build: so little that handing it over takes the page no time. */
import type { Observation } from '../../api/figures.js';
import { membersOf } from '../../api/raw-members.js';
import { listIn, type Documents } from '../../desk/published.js';
import { documentKey } from '../../domain/editions.js';
import { figureOf, historyOf } from '../../domain/observations.js';
import { textOf } from '../../i18n/texts.js';
import type { AreaChoice } from './messages.js';

/** Areas that have a document with figures of their own, the area of the workbook first. */
export function areasIn(documents: Documents, main: string | undefined): AreaChoice[] {
  const choices = Object.entries(documents).flatMap(([path, doc]) => {
    const id = membersOf(doc)['area'];
    if (!path.startsWith('observations/') || typeof id !== 'string') return [];
    if (!figuresIn(doc).some((o) => o.area === id)) return [];
    const area = membersOf(membersOf(membersOf(doc)['areas'])[id]);
    return [{ id, name: textOf(area['name'] as string, 'vi') || id }];
  });
  return choices.sort(
    (a, b) => Number(b.id === main) - Number(a.id === main) || a.name.localeCompare(b.name, 'vi'),
  );
}

/**
 * The document of an area as its cards and its map need it: all figures of the area, and of the areas
 * in it the newest one of the indicator that most of them have.
 */
export function previewOf(documents: Documents, area: string): Record<string, unknown> | undefined {
  const doc = documents[`observations/${documentKey(area)}`];
  if (doc === undefined) return undefined;
  const all = figuresIn(doc);
  const indicator = mapped(all, area);
  const children = [...new Set(all.map((o) => o.area))].filter((id) => id !== area);
  const newest = children.flatMap((id) => {
    const { observation } = figureOf(historyOf(all, id, indicator));
    return observation ? [observation] : [];
  });
  return {
    ...membersOf(doc),
    observations: [...all.filter((o) => o.area === area), ...newest],
  };
}

const figuresIn = (doc: unknown): Observation[] => listIn(doc, 'observations') as Observation[];

/** The indicator that most of the areas in an area have. */
export function mapped(figures: readonly Observation[], area: string): string {
  const counts = new Map<string, number>();
  for (const o of figures)
    if (o.area !== area) counts.set(o.indicator, (counts.get(o.indicator) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
