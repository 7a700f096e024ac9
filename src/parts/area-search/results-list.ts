/**
 * The results of a search for an area, and how the keyboard and the pointer move through them; loaded on
 * demand.
 */
import { html, type TemplateResult } from 'lit';
import { useTexts, type Translate } from '../../i18n/translator.js';
import { viSearch } from '../../i18n/vi.map-late.js';
import { searchAreas, type Named } from './search-areas.js';

export class FoundAreas {
  open = false;
  private areas: readonly Named[] = [];
  private current = 0;
  private input: HTMLInputElement | undefined;

  constructor(
    private readonly changed: () => void,
    private readonly pick: (id: string) => void,
    private readonly all: () => readonly Named[],
  ) {
    useTexts(viSearch);
  }

  /** True while there is a list to choose from. */
  get expanded(): boolean {
    return this.open && this.areas.length > 0;
  }

  /** The id of the entry that the arrow keys are on. */
  get activeId(): string | undefined {
    return this.open && this.areas[this.current] ? `found-${this.current}` : undefined;
  }

  search(input: HTMLInputElement): void {
    this.input = input;
    this.areas = searchAreas(input.value, this.all());
    this.current = 0;
    this.open = input.value.trim() !== '';
    this.changed();
  }

  key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && this.open && this.areas.length > 0) {
      event.preventDefault();
      this.current = (this.current + step + this.areas.length) % this.areas.length;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = this.areas[this.current];
      if (this.open && chosen) this.choose(chosen);
    } else if (event.key === 'Escape') {
      this.close();
    }
    this.changed();
  }

  close(): void {
    this.open = false;
    this.changed();
  }

  render(t: Translate): TemplateResult {
    const { open, areas, current } = this;
    const shown = this.expanded;
    return html`<ul
        id="found"
        class="found"
        role="listbox"
        aria-label=${t('searchArea')}
        ?hidden=${!shown}
      >
        ${areas.map(
          (area, i) =>
            html`<li
              id="found-${i}"
              role="option"
              aria-selected=${i === current ? 'true' : 'false'}
              @pointerdown=${(event: Event) => {
                event.preventDefault();
                this.choose(area);
              }}
            >
              ${area.note ? `${area.name}, ${area.note}` : area.name}
            </li>`,
        )}
      </ul>
      <p class=${open && !shown ? 'found' : 'sr'} role="status">
        ${open ? (shown ? t('results', { n: areas.length }) : t('noMatch')) : ''}
      </p>`;
  }

  private choose({ id, name }: Named): void {
    if (this.input) this.input.value = name;
    this.close();
    this.pick(id);
  }
}
