/** The note of a stat: whose figure it is, its date, its source, and a newer one where there is one. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Observation, Source } from '../../api/figures.js';
import { correctionText } from '../../i18n/correction-text.js';
import { isMissing, isPair, type Figure } from '../../domain/observations.js';
import { figureDate, figureText, pairText, type Wording } from '../../i18n/figures.js';
import { textOf } from '../../i18n/texts.js';
import { sourceLine } from '../../parts/base/footer.js';
import type { Subject } from '../../i18n/figure-subject.js';

export interface Tip {
  readonly figure: Figure;
  readonly observation: Observation;
  readonly subject: Subject;
  readonly source: Source | undefined;
  /** The base of the source's address. */
  readonly url: string;
  readonly showNewest: boolean;
  readonly revealNewest: () => void;
}

/** The note of a stat. */
export function tipView(tip: Tip, w: Wording): TemplateResult {
  const { observation: o, subject, source, url } = tip;
  const note = textOf(o.note, w.language);
  // The pair is not repeated where it is the figure itself.
  const pair = typeof o.value === 'number' && isPair(o) ? pairText(o, w) : '';
  const date = figureDate({ ...o, missing: isMissing(o) }, w);
  const line = (content: unknown, name?: string) =>
    html`<span class="line" part=${name ?? nothing}>${content}</span>`;
  return html`${line(html`<b>${subject.title}</b>${subject.sample ? ` (${w.t('sample')})` : ''}`)}
  ${subject.present ? line(subject.present) : nothing} ${pair ? line(pair) : nothing}
  ${date ? line(date, 'date') : nothing} ${note ? line(w.t('note', { note })) : nothing}
  ${o.corrected ? line(correctionText(o, subject.indicator, w)) : nothing}
  ${source ? line(sourceLine(source, url, w), 'source') : nothing} ${newestView(tip, w)}`;
}

function newestView({ figure, subject, showNewest, revealNewest }: Tip, w: Wording): unknown {
  const { newest } = figure;
  if (!newest) return nothing;
  if (!showNewest) {
    return html`<button class="link line" @click=${revealNewest}>${w.t('newer')}</button>`;
  }
  const text = w.t('newest', { figure: figureText(newest, subject.indicator, w) });
  const date = figureDate({ ...newest, missing: isMissing(newest) }, w);
  return html`<span class="line" role="status"><b>${text}</b>${date ? `. ${date}` : ''}</span>`;
}
