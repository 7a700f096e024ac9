/** What is published already: documents by their path without `.json`, as in a bundle. */
import { listOf, membersOf } from '../api/raw-members.js';
import { isMissing } from '../domain/observations.js';
import type { Observation } from '../api/figures.js';
import { figureKey, type SheetFigure } from './figures.js';

export type Documents = Readonly<Record<string, unknown>>;

/** A list of a document; empty where there is none. */
export const listIn = (doc: unknown, name: string): unknown[] => listOf(membersOf(doc)[name]);

/** The campaign whose figures a document's observations are; empty for all other documents. */
export const campaignOf = (path: string): string => /^campaigns\/(.+)$/.exec(path)?.[1] ?? '';

/** Every published figure once, by area, indicator, date and campaign. */
export function publishedFigures(documents: Documents): Map<string, Observation> {
  const figures = new Map<string, Observation>();
  for (const [path, doc] of Object.entries(documents)) {
    for (const item of listIn(doc, 'observations')) {
      const o = item as Observation;
      if (typeof o?.area !== 'string' || typeof o.indicator !== 'string') continue;
      const key = figureKey(o, campaignOf(path));
      if (!figures.has(key)) figures.set(key, o);
    }
  }
  return figures;
}

const figureOf = ({ value, range, num, den, approx, status }: Observation): string =>
  JSON.stringify([
    value ?? null,
    range ?? null,
    num ?? null,
    den ?? null,
    approx ?? '',
    status ?? '',
  ]);

/** The same figure, whatever its source, note or target says. */
export const sameFigure = (a: Observation, b: Observation): boolean => figureOf(a) === figureOf(b);

/** A published figure that was provisional or missing is completed, not corrected. */
export function isCorrection(was: Observation, is: Observation): boolean {
  if (sameFigure(was, is) || isMissing(was)) return false;
  return was.status !== 'provisional' && was.status !== 'estimated';
}

/**
 * The figures with their corrections: one that was published with another value carries what was
 * published, since when it is mended and why; one that was corrected before stays so.
 */
export function withCorrections(
  sheetFigures: readonly SheetFigure[],
  published: ReadonlyMap<string, Observation>,
  today: string,
): Observation[] {
  return sheetFigures.map(({ observation, reason, campaign }) => {
    const was = published.get(figureKey(observation, campaign));
    const corrected = was && correctionOf(was, observation, reason, today);
    return corrected ? { ...observation, corrected } : observation;
  });
}

function correctionOf(
  was: Observation,
  is: Observation,
  reason: string | undefined,
  today: string,
): Observation['corrected'] {
  const before = was.corrected;
  const why = reason ? { reason } : {};
  if (isCorrection(was, is)) {
    // Mended twice on one day: what stood there before the day is what readers saw.
    if (before?.at === today) return { at: today, was: before.was, ...why };
    return { at: today, was: typeof was.value === 'number' ? was.value : null, ...why };
  }
  return before && sameFigure(was, is) ? { ...before, ...why } : undefined;
}
