/** A search box that finds an area by its name; all but the box loads when a reader comes to it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Wording } from '../../i18n/figures.js';
import type { FoundAreas } from './results-list.js';

/** A combobox over area names, as part of another element's shadow root. */
export class AreaPicker {
  private found: FoundAreas | undefined;

  /** @param code - loads what finds areas */
  constructor(private readonly code: () => Promise<FoundAreas>) {}

  render({ t }: Wording): TemplateResult {
    const { found } = this;
    return html`<div
      class="picker"
      @focusin=${this.load}
      @input=${(event: Event) => found?.search(event.target as HTMLInputElement)}
      @keydown=${(event: KeyboardEvent) => found?.key(event)}
      @focusout=${() => found?.close()}
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
        aria-expanded=${found?.expanded ? 'true' : 'false'}
        aria-activedescendant=${found?.activeId ?? nothing}
      />
      ${found?.render(t) ?? html`<div id="found" hidden></div>`}
    </div>`;
  }

  private readonly load = async (event: Event): Promise<void> => {
    if (this.found) return;
    const input = event.target as HTMLInputElement;
    this.found = await this.code();
    this.found.search(input);
  };
}
