/** The empty state of the widgets of figures: whose figures are missing, and for which date. */
import { html, nothing, type TemplateResult } from 'lit';
import { AT } from '../../api/patterns.js';
import type { Observations } from '../../api/figures.js';
import { canonicalAreaId } from '../../domain/editions.js';
import { figureSubject } from '../../i18n/figure-subject.js';
import { formatAt } from '../../i18n/dates.js';
import type { Wording } from '../../i18n/figures.js';
import { textOf } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/translator.js';
import { viEmpty } from '../../i18n/vi.empty.js';
import type { DocumentState } from './document-controller.js';
import { titleView } from './title.js';

useTexts(viEmpty);

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

/** Whose figure it would be, in words: what the document explains of it, because a key or an id is no name. */
interface Asked {
  /** "Số tổ, Đà Nẵng"; empty where one of the two has no name. */
  readonly title: string;
  readonly indicator: string;
  readonly area: string;
}

function askedFor(
  doc: Observations | undefined,
  { area, indicator: key, at, today }: Empty,
  w: Wording,
): Asked {
  if (!doc) return { title: '', indicator: '', area: '' };
  const id = canonicalAreaId(area ?? '') || (doc.area ?? '');
  const observation = { area: id, indicator: key, ...(at && AT.test(at) ? { at } : {}) };
  const { title, place, indicator } = figureSubject(doc, observation, today, w);
  const isNamed = !!doc.areas[id] || id === 'vn';
  return {
    title: indicator && isNamed ? title : '',
    indicator: textOf(indicator?.name, w.language),
    area: isNamed ? place : '',
  };
}

/** True where a document neither explains an indicator nor has a figure of it: that is a fault of the page. */
const isUnknown = (doc: Observations | undefined, indicator: string): boolean =>
  !!doc &&
  !!indicator &&
  !doc.indicators[indicator] &&
  !doc.observations.some((o) => o.indicator === indicator);

/** One sentence that there is no figure, with the names of what was asked for as far as there are any. */
function sentenceOf(
  { indicator, area }: Asked,
  date: string | undefined,
  unknown: boolean,
  { t }: Wording,
): string {
  const both = indicator && area;
  if (date) return both ? t('emptyAtOf', { date, indicator, area }) : t('emptyAt', { date });
  if (unknown) return area ? t('emptyIndicatorOf', { area }) : t('emptyIndicator');
  return indicator ? t('emptyArea', { indicator }) : t('empty');
}

/** The title of what was asked for, and one sentence that there is no figure. */
export function emptyView(empty: Empty, w: Wording): TemplateResult {
  const { heading, level, at, state, indicator, big = false } = empty;
  const doc = 'read' in state ? state.read.document : undefined;
  const asked = askedFor(doc, empty, w);
  const title = heading ?? asked.title;
  const date =
    at && AT.test(at) && doc?.indicators[indicator] ? formatAt(at, w.language) : undefined;
  const sentence = sentenceOf(asked, date, isUnknown(doc, indicator), w);
  return html`${title ? titleView({ title, level, sample: false, big }, w) : nothing}
    <p class="muted line" part=${date ? 'value' : nothing}>${sentence}.</p>`;
}
