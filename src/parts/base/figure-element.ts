/** The base of the widgets that show one figure: the card and the stat. */
import { property } from 'lit/decorators.js';
import { dateText } from '../../api/figures.plain.generated.js';
import type { Observation, Observations } from '../../api/figures.js';
import { figuresShape } from '../../api/document-shapes.js';
import { canonicalAreaId } from '../../domain/editions.js';
import { figureOf, historyOf, missingObservation, type Figure } from '../../domain/observations.js';
import type { Empty } from './empty.js';
import { sourced } from '../../domain/sourced-observation.js';
import { DataElement, type FiguresShown, type ShownState } from './data-element.js';
import { figureSubject, type Subject } from '../../i18n/figure-subject.js';

/** Base of the widgets that show one indicator of one area. */
export abstract class FigureElement extends DataElement<Observations> {
  /** The indicator to show, such as `teams`. */
  @property() indicator = '';

  protected readonly shape = figuresShape;

  /** The figure of the chosen area and indicator at the chosen date. */
  protected figureIn(doc: Observations): Figure {
    const area = canonicalAreaId(this.area ?? doc.area ?? '');
    const history = historyOf(doc.observations, area, this.indicator);
    const figure = figureOf(history, this.at);
    if (figure.observation || !doc.indicators[this.indicator]) return figure;
    // An indicator that the document explains without a figure is shown as missing, under its title.
    if (history.length === 0 && !doc.areas[area]) return figure;
    // A pinned date that has left the document is not called missing, because its figure was published once.
    if (history.length > 0) return figure;
    const at = this.at && dateText(this.at) ? this.at : undefined;
    return { ...figure, observation: missingObservation(area, this.indicator, at) };
  }

  /** Whose figure it is, in the language of the widget. */
  protected subjectOf(doc: Observations, observation: Observation): Subject {
    return figureSubject(doc, observation, this.pageContext.today, this.wording);
  }

  /** What this widget asks for: the content of its empty state. */
  protected override get emptyFacts(): Empty {
    const { heading, level, area, indicator, at, documentState: state } = this;
    return { heading, level, state, area, indicator, at, today: this.pageContext.today };
  }

  protected override figuresShown({ read, url }: ShownState<Observations>): FiguresShown {
    const doc = read.document;
    return { figures: sourced(this.figureIn(doc).trail, doc, url) };
  }
}
