/**
 * Observations of several documents side by side. The keys of `sources`, `indicators` and `areas` count
 * in one document alone, so an observation keeps the document that it came with.
 */
import type { Area, Envelope, Indicator, Observation, Source } from '../api/figures.js';

/** The records of a document that explain its observations. */
export type Records = Pick<Envelope, 'areas' | 'indicators' | 'sources'>;

/** An observation and the document that explains it. */
export interface SourcedObservation {
  readonly observation: Observation;
  readonly doc: Records;
  /** Address of the document: addresses of its sources resolve against it. Empty where there is none. */
  readonly url: string;
}

/** A source and the address that its own address resolves against. */
export interface Credit {
  readonly source: Source;
  readonly url: string;
}

/** Observations of one document. */
export const sourced = (
  observations: readonly Observation[],
  doc: Records,
  url: string,
): SourcedObservation[] => observations.map((observation) => ({ observation, doc, url }));

/** The source of an observation, in its own document. */
export const sourceOf = ({ observation, doc }: SourcedObservation): Source | undefined =>
  doc.sources[observation.source ?? ''];

/** The indicator of an observation, in its own document. */
export const indicatorOf = ({ observation, doc }: SourcedObservation): Indicator | undefined =>
  doc.indicators[observation.indicator];

/** The area of an observation, in its own document. */
export const areaOf = ({ observation, doc }: SourcedObservation): Area | undefined =>
  doc.areas[observation.area];

/** The sources of observations of one document, each once. */
export function creditsIn(
  observations: readonly (Observation | undefined)[],
  { sources }: Pick<Records, 'sources'>,
  url: string,
): Credit[] {
  const keys = new Set(observations.map((o) => o?.source ?? ''));
  return [...keys].flatMap((key) => {
    const source = sources[key];
    return source ? [{ source, url }] : [];
  });
}

/** True where a figure shown is made up. */
export const hasSample = (credits: readonly Credit[]): boolean =>
  credits.some(({ source }) => source.sample === true);
