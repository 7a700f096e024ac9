/** The children of an area, each with its figure: what a map colours and a ranking orders. */
import type { Area, Observation } from '../api/figures.js';
import { editionOf, type Edition } from './editions.js';
import { figureOf, historyOf, type Figure } from './observations.js';

export interface ChildrenRequest {
  readonly observations: readonly Observation[];
  /** The areas of the document, and those that a map of the nation always has. */
  readonly areas: Readonly<Record<string, Area>>;
  readonly parent: string;
  readonly indicator: string;
  /** Pins all figures to a date. */
  readonly at: string | undefined;
  readonly edition: Edition | undefined;
}

export interface Child {
  readonly id: string;
  readonly area: Area;
  readonly figure: Figure;
}

/** Whether a document knows all areas that lie right in one: only then is there a number of all. */
export const isWholeList = (parent: Area | undefined, known: number): boolean =>
  parent?.children === known;

/** The children of an area in one edition, with their figures, in the order of the data. */
export function childrenOf({
  observations,
  areas,
  parent,
  indicator,
  at,
  edition,
}: ChildrenRequest): Child[] {
  return Object.entries(areas)
    .filter(([id, area]) => area.parent === parent && (!edition || editionOf(id) === edition))
    .map(([id, area]) => ({
      id,
      area,
      figure: figureOf(historyOf(observations, id, indicator), at),
    }));
}
