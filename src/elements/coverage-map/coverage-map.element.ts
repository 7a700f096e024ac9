import { html, nothing, type TemplateResult } from 'lit';
import type { Observations } from '../../api/figures.js';
import { areaName } from '../../i18n/area-names.js';
import { vietnamDay } from '../../domain/calendar.js';
import { figureOf, missingObservation } from '../../domain/observations.js';
import { sourced } from '../../domain/sourced-observation.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import { fields } from '../../parts/styles/fields.styles.js';
import type { FiguresShown, ShownState } from '../../parts/base/data-element.js';
import { factsOf, otherSources, type MenuItem } from '../../parts/base/footer.js';
import { titleView } from '../../parts/base/title.js';
import type { Drawing } from '../../maps/drawing.js';
import {
  archipelagosText,
  editionsIn,
  indicatorTitle,
  placeOf,
  summaryText,
  type MapModel,
} from './coverage-map.model.js';
import { controlsView, crumbsView, detailView, noticesView } from './coverage-map.panels.js';
import type { PathLayer } from './coverage-map.path-layer.js';
import { CoverageMapState } from './coverage-map.state.js';
import { styles } from './coverage-map.styles.js';
import { legendView, pictureView, shapeClass } from './coverage-map.view.js';

const NO_FIGURE = figureOf([]);

/**
 * @summary The areas of the nation or of a province, coloured by an indicator; Hoàng Sa and Trường Sa are always there.
 *
 * @slot - Shown until the map is there, and kept if it never comes.
 * @fires {TcnsLoadEvent} tcns-load - The figures have arrived, or new ones have; `detail.document`.
 * @fires {TcnsErrorEvent} tcns-error - Loading failed; `detail.error` (`kind`, `url`, `path`, `reason`).
 * @fires {TcnsSelectEvent} tcns-select - A reader chose an area or cleared the choice; `detail.area`, `detail.indicator`.
 *
 * @csspart root - Everything inside the shadow root.
 * @csspart card - The box.
 * @csspart title - The title.
 * @csspart controls - The choices of view, indicator and date, and the search.
 * @csspart map - The picture.
 * @csspart legend - The legend.
 * @csspart detail - The figures of the area that is pointed at or chosen.
 * @csspart notices - What has to be said about the borders, the editions and the dates, and further sources.
 * @csspart stale - "Could not update", with the age of what is shown.
 * @csspart retry - The button that tries again.
 * @csspart footer - Date, source and menu.
 * @csspart date - The date of the figures.
 * @csspart source - The source of the figures.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @csspart table - The table view.
 *
 * @cssproperty --tcns-coverage-map-min-height - Height kept free before the map arrives (default 640px).
 * @cssproperty --tcns-map-1 - Colour of the lowest class.
 * @cssproperty --tcns-map-2 - Colour of the second class.
 * @cssproperty --tcns-map-3 - Colour of the middle class.
 * @cssproperty --tcns-map-4 - Colour of the fourth class.
 * @cssproperty --tcns-map-5 - Colour of the highest class.
 * @cssproperty --tcns-dark-map-1 - Colour of the lowest class on a dark page.
 * @cssproperty --tcns-dark-map-2 - Colour of the second class on a dark page.
 * @cssproperty --tcns-dark-map-3 - Colour of the middle class on a dark page.
 * @cssproperty --tcns-dark-map-4 - Colour of the fourth class on a dark page.
 * @cssproperty --tcns-dark-map-5 - Colour of the highest class on a dark page.
 */
export class TcnsCoverageMap extends CoverageMapState {
  static override styles = [base, frame, fields, styles];

  private many: PathLayer | undefined;

  protected override renderDocument(shown: ShownState<Observations>): TemplateResult | undefined {
    const { document } = shown.read;
    const w = this.wording;
    if (editionsIn(document, this.parent, this.shownIndicator).length > 1) {
      return this.box(html`<p class="warn" role="alert">${w.t('editionMixed')}</p>`);
    }
    const { model, drawing } = this;
    if (!model || !drawing) return this.renderSkeleton();
    const { newest } = model;
    // A key that neither the document nor a figure knows is no title.
    if (!newest && !model.indicator) return undefined;
    const title = this.heading ?? this.titleOf(document);
    const facts = factsOf(newest && { observation: newest, doc: document, url: shown.url });
    return this.box(html`
      ${this.head(title, model)} ${this.controls(document, model)}
      ${this.panel === 'table' ? this.table(shown, title) : this.stage(title, model, drawing, document)}
      ${noticesView(this.notices(document, model), otherSources(model.credits(shown.url), facts, w))}
      ${this.renderStale(shown)} ${this.renderFooter(facts, title, this.pictureItems(title, model))}
    `);
  }

  /** "Số tổ, cả nước"; "Số tổ, Quảng Trị (cũ)". */
  private titleOf(document: Observations): string {
    const w = this.wording;
    const parent = this.allAreas(document)[this.parent];
    const row = parent && { id: this.parent, area: parent, figure: NO_FIGURE, value: undefined };
    const area =
      this.parent === 'vn' || !row
        ? w.t('nationwide')
        : placeOf(row, this.allAreas(document), vietnamDay(Date.now()), w).name;
    return w.t('titleWithArea', { title: indicatorTitle(document, this.shownIndicator, w), area });
  }

  private head(title: string, { sample }: MapModel): TemplateResult {
    return html`<div class="head">
      ${titleView({ title, level: this.level, sample, big: true }, this.wording)}
      ${this.opened.length > 0 ? crumbsView(this.crumbs(), (depth) => this.backTo(depth), this.wording) : nothing}
    </div>`;
  }

  private controls(document: Observations, model: MapModel): TemplateResult {
    return controlsView(
      {
        view: this.panel === 'table' ? 'table' : this.shownLayout,
        indicators: this.indicators.map((key) => ({
          key,
          title: indicatorTitle(document, key, this.wording),
        })),
        indicator: this.shownIndicator,
        dates: model.dates,
        date: this.chosenDate ?? '',
        search: this.noSearch ? nothing : this.picker.render(this.wording, this.names(model)),
        chooseView: (view) => {
          this.panel = view === 'table' ? 'table' : undefined;
          if (view !== 'table') this.chosenLayout = view;
        },
        chooseIndicator: (key) => {
          this.chosenIndicator = key;
          this.chosenDate = this.held = undefined;
          this.url.set('indicator', key);
        },
        chooseDate: (date) => (this.chosenDate = date || undefined),
      },
      this.wording,
    );
  }

  private stage(
    title: string,
    model: MapModel,
    drawing: Drawing,
    document: Observations,
  ): TemplateResult {
    const w = this.wording;
    const { pointing } = this;
    const id = pointing.active ?? this.chosen;
    const row = id === undefined ? undefined : model.byId.get(id);
    const summary = summaryText(model, w);
    const islands = archipelagosText(drawing.archipelagos, w);
    return html`<p class="summary">${summary}<span class="sr"> ${islands}</span></p>
      <div class="stage ${this.split ? 'split' : ''}">
        <div
          class="picture ${this.shownLayout}"
          @pointerover=${pointing.over}
          @pointerleave=${pointing.leave}
          @click=${pointing.click}
          @focusin=${pointing.focus}
          @keydown=${pointing.key}
          @focusout=${pointing.leave}
        >
          ${pictureView(
            {
              model,
              drawing,
              label: `${w.t('mapOf', { title })}. ${w.t('keyHelp')}`,
              active: pointing.active,
              selected: this.chosen,
              filter: this.filter ?? this.held,
              printing: this.printing,
            },
            w,
          )}
        </div>
        <div class="aside">
          ${
            this.noLegend
              ? nothing
              : legendView(
                  model,
                  {
                    held: this.held,
                    printing: this.printing,
                    point: (index) => (this.filter = index),
                    hold: (index) => (this.held = this.held === index ? undefined : index),
                  },
                  w,
                )
          }
          ${detailView(
            {
              row,
              model,
              document,
              areas: this.allAreas(document),
              today: vietnamDay(Date.now()),
              open: this.opener(row?.id),
            },
            w,
          )}
        </div>
      </div>`;
  }

  private table(shown: ShownState<Observations>, title: string): TemplateResult {
    const islands = archipelagosText(this.drawing?.archipelagos ?? [], this.wording);
    return html`<div class="panel stretch">
      ${this.renderTable(shown, title)}
      ${islands ? html`<p class="muted line">${islands}</p>` : nothing}
    </div>`;
  }

  private notices(document: Observations, { mixed }: MapModel): string[] {
    const { t } = this.wording;
    const basemap = this.basemap.value;
    const former = this.figuresEdition(document) === '2008';
    return [
      basemap?.refused ? t('geoFailed') : '',
      this.rollsUp(document) ? t('rolledUp') : former ? t('oldUnits') : '',
      basemap?.schematic ? t('schematic') : '',
      mixed ? t('datesDiffer') : '',
    ].filter(Boolean);
  }

  private pictureItems(title: string, model: MapModel): MenuItem[] {
    if (this.noDownload || this.panel === 'table') return [];
    const { t } = this.wording;
    return (['png', 'svg'] as const).map((type) => ({
      label: t(type === 'png' ? 'pngDownload' : 'svgDownload'),
      choose: () => void this.downloadPicture(type, title, model),
    }));
  }

  private async downloadPicture(
    type: 'png' | 'svg',
    title: string,
    model: MapModel,
  ): Promise<void> {
    const { savePicture } = await import('../../parts/download/svg-picture.js');
    const name = `tcns-${this.parent}-${this.shownIndicator}`;
    const heading = model.sample ? `${title} (${this.wording.t('sample')})` : title;
    await savePicture(this.renderRoot, { type, name, heading });
  }

  protected override renderSkeleton(): TemplateResult {
    return this.box(
      html`<p class="sr">${this.wording.t('loading')}</p>
        <div aria-hidden="true"><div class="block wide"></div></div>
        <div class="block stretch" aria-hidden="true"></div>`,
      true,
    );
  }

  protected override renderEmpty(): TemplateResult {
    return this.box(html`<p class="muted">${this.wording.t('empty')}</p>`);
  }

  protected override renderFailed(): unknown {
    if (this.opened.length === 0) return super.renderFailed();
    const now = this.documentState;
    // Most provinces have no map of their own yet: that is no failure, and asking again is no help.
    const none = now.status === 'failed' && now.error.status === 404;
    return this.box(
      html`${crumbsView(this.crumbs(), (depth) => this.backTo(depth), this.wording)}
      ${none ? html`<p class="muted" role="status">${this.wording.t('empty')}</p>` : this.failure()}`,
    );
  }

  protected override figuresShown({ read, url }: ShownState<Observations>): FiguresShown {
    const key = this.shownIndicator;
    const observations = (this.model?.rows ?? []).map(
      ({ id, figure }) => figure.observation ?? missingObservation(id, key),
    );
    const doc = { ...read.document, areas: this.allAreas(read.document) };
    return { figures: sourced(observations, doc, url) };
  }

  private names(model: MapModel) {
    const { language } = this.wording;
    return model.rows.map(({ id, area, figure }) => ({
      id,
      name: areaName(area, language, figure.observation?.at),
    }));
  }

  protected override updated(): void {
    super.updated();
    this.drawMany();
    this.measure(this.renderRoot.querySelector('.picture')?.clientWidth ?? 0);
  }

  /** Too many areas for the template are drawn into their group, some hundreds a frame. */
  private drawMany(): void {
    const { model, drawing } = this;
    const group = this.renderRoot.querySelector<SVGGElement>('.many');
    if (!group || !model || !drawing) return;
    if (this.many?.group !== group) this.many = this.basemap.value?.many?.(group);
    const filter = this.filter ?? this.held;
    this.many?.draw(drawing.shapes, (id) => shapeClass(model, id, filter));
  }
}
