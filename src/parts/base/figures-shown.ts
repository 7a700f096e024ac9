/** The figures of a widget as its table, its download and its paper show them. */
import type { Observation } from '../../api/figures.js';
import type { SourcedObservation } from '../../domain/sourced-observation.js';
import type { Wording } from '../../i18n/figures.js';

/** The figures that the table view and the download show, each with its document. */
export interface FiguresShown {
  readonly figures: readonly SourcedObservation[];
  /** The rank of each in an order, in words. */
  readonly ranks?: ReadonlyMap<Observation, string>;
}

/** What stands under the picture of a widget on paper. */
export interface PaperFigures extends FiguresShown {
  readonly title: string;
  readonly wording: Wording;
}
