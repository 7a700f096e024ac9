/** The empty state of the widgets of figures: whose figures are missing, and for which date. */
import { html, nothing, type TemplateResult } from 'lit';
import { AT } from '../../api/patterns.js';
import type { Observations } from '../../api/figures.js';
import { canonicalAreaId } from '../../domain/editions.js';
import { figureSubject } from '../../i18n/figure-subject.js';
import { formatAt } from '../../i18n/dates.js';
import type { Wording } from '../../i18n/figures.js';
import type { DocumentState } from './document-controller.js';
import { titleView } from './title.js';

export interface Empty {
  readonly heading: string | undefined;
  readonly level: number;
  /** The document, as far as it is there. */
  readonly state: DocumentState<Observations>;
  readonly area: string | undefined;
  readonly indicator: string;
  readonly at: string | undefined;
  /** The day in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string;
  readonly big?: boolean;
}

/** "Số tổ, Đà Nẵng": where the document explains the indicator; else nothing, because a key is no title. */
function subjectTitle(
  doc: Observations | undefined,
  { area, indicator, at, today }: Empty,
  w: Wording,
): string {
  if (!doc?.indicators[indicator]) return '';
  const id = canonicalAreaId(area ?? '') || (doc.area ?? '');
  if (!doc.areas[id] && id !== 'vn') return '';
  const observation = { area: id, indicator, ...(at && AT.test(at) ? { at } : {}) };
  return figureSubject(doc, observation, today, w).title;
}

/** True where a document neither explains an indicator nor has a figure of it: that is a fault of the page. */
const isUnknown = (doc: Observations | undefined, indicator: string): boolean =>
  !!doc &&
  !!indicator &&
  !doc.indicators[indicator] &&
  !doc.observations.some((o) => o.indicator === indicator);

/** The title of what was asked for, and one sentence that there is no figure. */
export function emptyView(empty: Empty, w: Wording): TemplateResult {
  const { heading, level, at, state, indicator, big = false } = empty;
  const doc = 'read' in state ? state.read.document : undefined;
  const title = heading ?? subjectTitle(doc, empty, w);
  const isAboutDate = at && AT.test(at) && doc?.indicators[indicator];
  const sentence = isAboutDate
    ? w.t('emptyAt', { date: formatAt(at, w.language) })
    : w.t(isUnknown(doc, indicator) ? 'emptyIndicator' : 'empty');
  return html`${title ? titleView({ title, level, sample: false, big }, w) : nothing}
    <p class="muted line empty" part=${isAboutDate ? 'value' : nothing}>${sentence}</p>`;
}
