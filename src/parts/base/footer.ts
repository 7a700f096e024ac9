/** The foot of every widget: the figures' date, their source, and one menu. */
import { html, isServer, nothing, type TemplateResult } from 'lit';
import { safeLink } from '../../data/addresses.js';
import type { Source } from '../../api/figures.js';
import {
  sourceOf,
  type Credit,
  type SourcedObservation,
} from '../../domain/sourced-observation.js';
import { isMissing } from '../../domain/observations.js';
import { figureDate, type Wording } from '../../i18n/figures.js';
import { around } from '../../i18n/around.js';
import { textOf } from '../../i18n/texts.js';

/** The content of the footer; date and source cannot be hidden. */
export interface FooterFacts {
  readonly at: string | undefined;
  readonly atApprox: boolean | undefined;
  /** True where the source gives no figure for that date. */
  readonly missing?: boolean;
  readonly source: Source | undefined;
  /** The base of the source's address. */
  readonly url: string;
  /** True where there is little room: the date without why it is approximate. */
  readonly brief?: boolean;
}

/** The date and the source of a figure, of the document that it came with. */
export function factsOf(figure: SourcedObservation | undefined): FooterFacts {
  return {
    at: figure?.observation.at,
    atApprox: figure?.observation.atApprox,
    missing: figure !== undefined && isMissing(figure.observation),
    source: figure && sourceOf(figure),
    url: figure?.url ?? '',
  };
}

/** A choice in a widget's menu. */
export interface MenuItem {
  readonly label: string;
  /** What it does; a promise that is rejected is told to the reader. */
  readonly choose: () => unknown;
}

export interface Menu {
  /** The widget's title, with what tells its menu from the others on the page. */
  readonly title: string;
  readonly open: boolean;
  readonly items: readonly MenuItem[];
  /** Opens or closes it; `failed` where the code or the data of a choice could not be loaded. */
  readonly toggle: (open: boolean, failed?: boolean) => void;
}

/** The date and the source of the figures, and the button of the menu. */
export function footer(facts: FooterFacts, menu: Menu, wording: Wording): TemplateResult {
  const date = figureDate(facts, wording, facts.brief);
  return html`<div class="footer" part="footer">
    ${date ? html`<p part="date">${date}</p>` : nothing}
    ${facts.source ? html`<p part="source">${sourceLine(facts.source, facts.url, wording)}</p>` : nothing}
    ${menu.items.length > 0 ? menuOf(menu, wording) : nothing}
  </div>`;
}

/** "Nguồn: Báo Đà Nẵng", linked where the source has an address that may be a link. */
export function sourceLine(source: Source, base: string, { t, language }: Wording): unknown {
  const title = textOf(source.title, language);
  const name = sourceName(source, language);
  const href = safeLink(source.url, base);
  // The link is placed where the language puts the name.
  const [before, after] = around(t, 'source', 'name');
  return html`${before}${href ? sourceLink(href, name, title) : name}${after}`;
}

/** The sources that the footer does not name, one line each; equal lines appear once. */
export function otherSources(
  credits: readonly Credit[],
  { source, url }: Pick<FooterFacts, 'source' | 'url'>,
  w: Wording,
): TemplateResult[] {
  const wordsOf = ({ source: one, url: base }: Credit) =>
    // Not as JSON, because old libraries (Prototype) give arrays a `toJSON` of their own.
    [sourceName(one, w.language), safeLink(one.url, base), one.sample].join('\n');
  const seen = new Set(source ? [wordsOf({ source, url })] : []);
  return credits
    .filter((credit) => {
      const words = wordsOf(credit);
      return !seen.has(words) && seen.add(words);
    })
    .map((credit) => html`<p class="line">${sourceLine(credit.source, credit.url, w)}</p>`);
}

const sourceName = (source: Source, language: string): string =>
  textOf(source.publisher, language) || textOf(source.title, language);

function sourceLink(href: string, name: string, title: string): TemplateResult {
  const elsewhere = isServer || new URL(href).origin !== location.origin;
  const when = (value: string) => (elsewhere ? value : nothing);
  return html`<a href=${href} title=${title} target=${when('_blank')} rel=${when('noopener')}
    >${name}</a
  >`;
}

function menuOf({ title, open, items, toggle }: Menu, { t }: Wording): TemplateResult {
  const close = (event: Event) => {
    toggle(false);
    const foot = (event.currentTarget as Element).closest('.footer');
    foot?.querySelector<HTMLElement>('.menu-button')?.focus();
  };
  return html`<div
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape' && open) close(event);
    }}
    @focusout=${(event: FocusEvent) => {
      const inside = (event.currentTarget as Element).contains(event.relatedTarget as Node | null);
      if (open && !inside) toggle(false);
    }}
  >
    <button
      class="menu-button"
      part="menu-button"
      aria-expanded=${open ? 'true' : 'false'}
      aria-label=${t('menu', { title })}
      @click=${() => toggle(!open)}
    >
      <span aria-hidden="true">···</span>
    </button>
    ${open ? menuList(items, close, () => toggle(false, true)) : nothing}
  </div>`;
}

function menuList(
  items: readonly MenuItem[],
  close: (event: Event) => void,
  failed: () => void,
): TemplateResult {
  const choice = ({ label, choose }: MenuItem) =>
    html`<li>
      <button
        @click=${(event: Event) => {
          const made = choose();
          close(event);
          Promise.resolve(made).catch(failed);
        }}
      >
        ${label}
      </button>
    </li>`;
  return html`<ul class="menu" part="menu">
    ${items.map(choice)}
  </ul>`;
}
