/** The search box of the list and of the finder. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface SearchInput {
  readonly query: string;
  /** The name of the box where no `<label>` is around it. */
  readonly label?: string;
  /** The id of the element that explains the box. */
  readonly hint?: string;
  readonly search: (query: string) => void;
  /** The reader has finished typing. */
  readonly end?: () => void;
  readonly key?: (event: KeyboardEvent) => void;
}

/** A search box; its name comes from `label`, or from the `<label>` around it. */
export function searchInput({ query, label, hint, search, end, key }: SearchInput): TemplateResult {
  return html`<input
    class="search"
    part="search"
    type="search"
    autocomplete="off"
    spellcheck="false"
    aria-label=${label ?? nothing}
    aria-describedby=${hint ?? nothing}
    .value=${live(query)}
    @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
    @change=${end}
    @keydown=${key}
  />`;
}
