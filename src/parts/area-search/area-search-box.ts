/** A search box that finds an area by its name; all but the box loads when a reader comes to it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Wording } from '../../i18n/figures.js';
import type { FoundAreas } from './results-list.js';

/** A combobox over area names, as part of another element's shadow root. */
export class AreaPicker {
  private results: FoundAreas | undefined;

  /** @param code - loads what finds areas */
  constructor(private readonly code: () => Promise<FoundAreas>) {}

  render({ t }: Wording): TemplateResult {
    const { results } = this;
    return html`<div
      class="picker"
      @focusin=${this.load}
      @input=${(event: Event) => results?.search(event.target as HTMLInputElement)}
      @keydown=${(event: KeyboardEvent) => results?.key(event)}
      @focusout=${() => results?.close()}
    >
      <label id="search-label" for="search">${t('searchArea')}</label>
      <input
        id="search"
        aria-labelledby="search-label"
        type="search"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-controls="found"
        aria-expanded=${results?.expanded ? 'true' : 'false'}
        aria-activedescendant=${results?.activeId ?? nothing}
      />
      ${results?.render(t) ?? html`<div id="found" hidden></div>`}
    </div>`;
  }

  private readonly load = async (event: Event): Promise<void> => {
    if (this.results) return;
    const input = event.target as HTMLInputElement;
    // Coming to the box again asks again.
    this.results = await this.code().catch(() => undefined);
    this.results?.search(input);
  };
}
