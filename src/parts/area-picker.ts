/** A search box that finds an area by its name; its code loads when a reader begins to type. */
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Wording } from '../i18n/figures.js';
import type { Named } from './area-search.js';

type Host = ReactiveControllerHost & HTMLElement;

/** A combobox over area names, as part of another element's shadow root. */
export class AreaPicker implements ReactiveController {
  private query = '';
  private found: readonly Named[] = [];
  private current = 0;
  private open = false;
  private areas: readonly Named[] = [];

  constructor(
    private readonly host: Host,
    private readonly pick: (id: string) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  render({ t }: Wording, areas: readonly Named[]): TemplateResult {
    this.areas = areas;
    const { open, found, current } = this;
    return html`<div class="picker" @focusout=${this.left}>
      <input
        type="search"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${t('searchArea')}
        placeholder=${t('searchArea')}
        aria-autocomplete="list"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="found"
        aria-activedescendant=${open && found[current] ? `found-${current}` : nothing}
        .value=${this.query}
        @input=${this.typed}
        @keydown=${this.keyed}
      />
      <ul
        id="found"
        class="found"
        role="listbox"
        aria-label=${t('searchArea')}
        ?hidden=${!open || found.length === 0}
      >
        ${found.map(
          ({ id, name }, i) =>
            html`<li
              id="found-${i}"
              role="option"
              aria-selected=${i === current ? 'true' : 'false'}
              @pointerdown=${(event: Event) => this.choose(event, id)}
            >
              ${name}
            </li>`,
        )}
      </ul>
      <p class=${open && found.length === 0 ? 'found none' : 'sr'} role="status">
        ${open ? (found.length > 0 ? t('results', { n: found.length }) : t('noMatch')) : ''}
      </p>
    </div>`;
  }

  private readonly typed = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    void this.search(this.query);
  };

  private async search(query: string): Promise<void> {
    const { searchAreas } = await import('./area-search.js');
    // A later letter has already asked again.
    if (query !== this.query) return;
    this.found = searchAreas(query, this.areas);
    this.current = 0;
    this.open = query.trim() !== '';
    this.host.requestUpdate();
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    const { found } = this;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && this.open && found.length > 0) {
      event.preventDefault();
      this.current = (this.current + step + found.length) % found.length;
    } else if (event.key === 'Enter') {
      const chosen = found[this.current];
      if (this.open && chosen) this.choose(event, chosen.id);
      else event.preventDefault();
    } else if (event.key === 'Escape') {
      this.close();
    }
    this.host.requestUpdate();
  };

  private choose(event: Event, id: string): void {
    event.preventDefault();
    this.query = this.found.find((area) => area.id === id)?.name ?? this.query;
    this.close();
    this.pick(id);
  }

  private readonly left = (): void => this.close();

  private close(): void {
    this.open = false;
    this.found = [];
    this.host.requestUpdate();
  }
}
