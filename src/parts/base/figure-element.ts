/** The base of the widgets that show one figure: the card and the stat. */
import { property } from 'lit/decorators.js';
import { dateText } from '../../api/plain-checks.generated.js';
import type { Observation, Observations } from '../../api/figures.js';
import { figuresShape } from '../../api/document-shapes.js';
import { vietnamDay } from '../../domain/calendar.js';
import { canonicalAreaId } from '../../domain/editions.js';
import { figureOf, historyOf, missingObservation, type Figure } from '../../domain/observations.js';
import { sourced } from '../../domain/sourced-observation.js';
import { DataElement, type FiguresShown, type ShownState } from './data-element.js';
import { figureSubject, type Subject } from '../../i18n/figure-subject.js';

/** Base of the widgets that show one indicator of one area. */
export abstract class FigureElement extends DataElement<Observations> {
  /** The indicator to show, such as `teams`. */
  @property() indicator = '';

  protected readonly shape = figuresShape;

  /** The figure of the chosen area and indicator at the chosen date. */
  protected figureIn(document: Observations): Figure {
    const area = canonicalAreaId(this.area ?? document.area ?? '');
    const history = historyOf(document.observations, area, this.indicator);
    const figure = figureOf(history, this.at);
    if (figure.observation || !document.indicators[this.indicator]) return figure;
    // What the data explains but has no figure for is missing, and says so with its title.
    if (history.length === 0 && !document.areas[area]) return figure;
    const at = this.at && dateText(this.at) ? this.at : undefined;
    return { ...figure, observation: missingObservation(area, this.indicator, at) };
  }

  /** Whose figure it is, in the language of the widget. */
  protected subjectOf(document: Observations, observation: Observation): Subject {
    return figureSubject(document, observation, vietnamDay(Date.now()), this.wording);
  }

  protected override figuresShown({ read, url }: ShownState<Observations>): FiguresShown {
    const doc = read.document;
    return { figures: sourced(this.figureIn(doc).trail, doc, url) };
  }
}
