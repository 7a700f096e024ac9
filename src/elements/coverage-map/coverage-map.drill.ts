/** The maps that a reader opens, one inside the other, and the way back. Loaded where a page offers it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Observations } from '../../api/figures.js';
import type { MapRow } from '../../domain/choropleth.js';
import { areaName } from '../../i18n/area-names.js';
import type { Wording } from '../../i18n/figures.js';
import { textOf } from '../../i18n/texts.js';
import type { DocumentState } from '../../parts/base/document-controller.js';
import { emptyRecord } from '../../api/read-plain.js';
import { useTexts } from '../../i18n/translator.js';
import { viDrill } from '../../i18n/vi.map-late.js';
import { memo } from '../../parts/base/memo.js';
import type { ChildAreas } from './coverage-map.child-areas.js';

export { ChildAreas } from './coverage-map.child-areas.js';

export interface DrillHost {
  readonly doc: () => Observations | undefined;
  readonly wording: () => Wording;
  /** The id of the area whose children are drawn. */
  readonly parent: () => string;
  readonly row: (id: string) => MapRow | undefined;
  /** What the API says of areas inside areas; absent where the page gave one document. */
  readonly childAreas: () => ChildAreas | undefined;
  /**
   * Called when a map was opened or closed, so that no area stays chosen on it; `told` is true where the page
   * must get an event.
   */
  readonly changed: (told: boolean) => void;
}

interface OpenArea {
  readonly id: string;
  readonly name: string;
}

export class Drill {
  /** The areas whose maps are open, the outermost first; empty at the start. */
  private trail: readonly OpenArea[] = [];
  private rootName = '';
  /** The area whose map a reader has asked for, while the API has not yet said whether it has one. */
  private wished: string | undefined;
  /** The document of the map in which the innermost one was opened: it explains the indicator. */
  private outer: Observations | undefined;

  constructor(private readonly host: DrillHost) {
    useTexts(viDrill);
  }

  /** The id of the area whose map is drawn; `undefined` for the map of the page. */
  get innermost(): string | undefined {
    return this.trail[this.trail.length - 1]?.id;
  }

  /** Finds out whether the area that a reader has chosen, or points at, has a map of its own. */
  ask(chosen: string | undefined, pointed: string | undefined): void {
    const id = chosen ?? pointed;
    if (id) this.host.childAreas()?.ask(id, chosen !== undefined);
    if (this.wished === undefined) return;
    if (this.wished !== chosen) this.wished = undefined;
    else this.openOnceKnown(chosen);
  }

  /** Opens the map of an area that was chosen twice, at the latest when the API has said that there is one. */
  openOnceKnown(id: string): void {
    const isKnown = this.canOpen(id);
    this.wished = isKnown ? undefined : id;
    if (isKnown) this.open(id);
  }

  /** True where the area has areas inside: in the document of the map, or as the API says. */
  canOpen(id: string): boolean {
    const { doc, childAreas } = this.host;
    const areas = emptyRecord(doc()?.areas, childAreas()?.of(id));
    return Object.values(areas).some(({ parent }) => parent === id);
  }

  /** Opens the map of an area of the map that is drawn. */
  open(id: string): void {
    const { doc, parent, row, wording, changed } = this.host;
    const { language, t } = wording();
    const area = row(id)?.area;
    const root = parent() === 'vn' ? undefined : doc()?.areas[parent()];
    if (this.trail.length === 0) this.rootName = root ? areaName(root, language) : t('allCountry');
    this.trail = [...this.trail, { id, name: area ? areaName(area, language) : id }];
    this.outer = doc();
    changed(false);
  }

  /** Follows a choice that was made elsewhere; true where the map of that area is open. */
  follow(id: string | undefined): boolean {
    const depth = this.trail.findIndex((area) => area.id === id) + 1;
    if (!id || !this.host.row(id)) this.trail = this.trail.slice(0, depth);
    return depth > 0;
  }

  /** "Cả nước › Quảng Trị": the way back from the map of an area. */
  crumbs({ t }: Wording): unknown {
    const names = [this.rootName, ...this.trail.map(({ name }) => name)];
    const last = names.length - 1;
    if (last === 0) return nothing;
    const back = (depth: number) => {
      this.trail = this.trail.slice(0, depth);
      this.host.changed(true);
    };
    return html`<nav class="crumbs" aria-label=${t('breadcrumb')}>
      ${names.map((name, depth) =>
        depth === last
          ? html`<span aria-current="location">${name}</span>`
          : html`<button class="link" @click=${() => back(depth)}>${name}</button
              ><span aria-hidden="true"> › </span>`,
      )}
    </nav>`;
  }

  /**
   * The areas inside the open one, without figures, where it has no document of its own and the API's list knows
   * them; a map of their names is drawn of it.
   */
  namesOnly(now: DocumentState): Observations | undefined {
    const { innermost: id, outer } = this;
    const areas = id && isNotThere(now) ? this.host.childAreas()?.of(id) : undefined;
    const ids = Object.keys(areas ?? {}).join(' ');
    return id && outer && areas && ids ? this.documentOf(id, ids, outer, areas) : undefined;
  }

  private readonly documentOf = memo(
    (area: string, _ids: string, outer: Observations, areas: Observations['areas']) => ({
      ...outer,
      area,
      areas: emptyRecord(outer.areas, areas),
      observations: [],
    }),
  );

  /** The way back from a map that has nothing to show, or whose document did not come. */
  failed(now: DocumentState, failure: unknown, indicator: string, w: Wording): TemplateResult {
    const { outer, trail } = this;
    const area = trail[trail.length - 1]?.name ?? '';
    const title = textOf(outer?.indicators[indicator]?.name, w.language) || indicator;
    const name = w.t('titleWithArea', { title, area });
    // A province without a map of its own is no failure, and asking again is no help.
    const none = isNotThere(now) || 'read' in now;
    return html`${this.crumbs(w)}
    ${none ? html`<p class="muted" role="status">${w.t('areaMissing', { name })}.</p>` : failure}`;
  }

  /** "Xem bản đồ Quảng Trị", where the area has a map of its own. */
  opener(id: string, name: string, { t }: Wording): unknown {
    return this.canOpen(id)
      ? html`<button class="open" @click=${() => this.open(id)}>
          ${t('openArea', { area: name })}
        </button>`
      : nothing;
  }
}

const isNotThere = (now: DocumentState): boolean => now.status === 'failed' && now.error.absent;
