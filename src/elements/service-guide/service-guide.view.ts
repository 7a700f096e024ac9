/** The cards of the service guide. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatAt, formatDay } from '../../i18n/dates.js';
import { isMissing } from '../../domain/observations.js';
import {
  figureDate,
  figureText,
  markedFigureText,
  valueText,
  type Wording,
} from '../../i18n/figures.js';
import { textOf } from '../../i18n/texts.js';
import type { GuideModel, ServiceModel } from './service-guide.model.js';

export interface Cards {
  readonly model: GuideModel;
  /** The date that the foot of the widget already says. */
  readonly common: string | undefined;
  /** The ids of the services whose code is shown. */
  readonly open: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** The QR code, or a note that it is loading. */
  readonly code: (service: ServiceModel) => unknown;
  /** The level of a card's title. */
  readonly level: number;
}

/** A card for each service. */
export function cardsView(cards: Cards, w: Wording): TemplateResult {
  return html`<ul class="cards" part="services">
    ${cards.model.services.map(
      (service) =>
        html`<li class="service ${service.retired ? 'retired' : ''}" part="service">
          ${cardView(service, cards, w)}
        </li>`,
    )}
  </ul>`;
}

function cardView(service: ServiceModel, cards: Cards, w: Wording): TemplateResult {
  const { name, about, until, retired } = service;
  return html`<div class="service-name" role="heading" aria-level=${cards.level}>${name}</div>
    ${about ? html`<p>${about}</p>` : nothing}
    ${
      until
        ? html`<p class=${retired ? 'warn' : 'muted'}>
            ${w.t(retired ? 'serviceRetired' : 'serviceUntil', { date: formatDay(until, w.language) })}
          </p>`
        : nothing
    }
    ${figureView(service, cards.common, w)} ${linkView(service, cards, w)}`;
}

/** The number of users, its date where it differs from the others, its target and the source's words. */
function figureView(
  { figure, indicator }: ServiceModel,
  common: string | undefined,
  w: Wording,
): unknown {
  const o = figure?.observation;
  if (!o) return nothing;
  const { t, language } = w;
  const note = textOf(o.note, language);
  const target =
    o.target === undefined ? '' : t('target', { n: valueText(o.target, indicator, w) });
  const last = figure?.lastKnown;
  const lines = [
    o.at === common ? '' : figureDate({ ...o, missing: isMissing(o) }, w, true),
    target,
    o.status === 'estimated' || o.status === 'provisional' ? t(o.status) : '',
    last
      ? t('lastKnown', {
          figure: figureText(last, indicator, w),
          date: formatAt(last.at ?? '', language, { approx: last.atApprox }),
        })
      : '',
    note && t('note', { note }),
  ].filter(Boolean);
  return html`<div class="adoption" part="figure">
    <p class="muted">${textOf(indicator?.name, language) || o.indicator}</p>
    <p>
      ${
        isMissing(o)
          ? html`<span class="muted">${t('missing')}</span>`
          : html`<strong>${markedFigureText(o, indicator, w)}</strong>`
      }
    </p>
    ${lines.map((line) => html`<p class="muted">${line}</p>`)}
  </div>`;
}

/** The link with its host in sight, and its code. */
function linkView(service: ServiceModel, { open, toggle, code }: Cards, w: Wording): unknown {
  const { href, host, name, id } = service;
  if (!href) return nothing;
  const isOpen = open.has(id);
  const web = /^https?:/.test(href);
  return html`<div class="reach">
    <a
      class="go"
      part="link"
      href=${href}
      target=${web ? '_blank' : nothing}
      rel=${web ? 'noopener' : nothing}
      aria-label=${w.t('serviceOpen', { name, host })}
      >${host}</a
    >
    <button
      class="link show-code"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${() => toggle(id)}
    >
      ${w.t(isOpen ? 'qrHide' : 'qrShow')}<span class="sr"> (${name})</span>
    </button>
    ${isOpen ? html`<div class="code">${code(service)}</div>` : nothing}
  </div>`;
}
