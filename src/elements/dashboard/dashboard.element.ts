import { html, isServer, noChange, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { sourceOf } from '../../data/addresses.js';
import type { Envelope } from '../../api/figures.js';
import { settings } from '../../data/settings.js';
import { around } from '../../i18n/around.js';
import { areaName, formerAndPresent } from '../../i18n/area-names.js';
import { canonicalAreaId, DEFAULT_EDITION, editionOf } from '../../domain/editions.js';
import { useTexts } from '../../i18n/translator.js';
import { viDashboard } from '../../i18n/vi.dashboard.js';
import { tokens } from '../../parts/styles/base.styles.js';
import { TcnsElement } from '../../parts/base/element.js';
import {
  TcnsSelectEvent,
  type TcnsErrorEvent,
  type TcnsLoadEvent,
} from '../../parts/base/events.js';
import { UrlState } from '../../parts/base/url-state.js';
import { HANDED, kindOf, Members, pointsAt, type Member } from './dashboard.members.js';
import { armour, styles } from './dashboard.styles.js';
import { whenBack } from '../../data/when-back.js';
import { observeTree, type StopObserving } from '../../data/observe.js';
import { pageDocument } from '../../data/page-base.js';

/** px: from this width on the hint has room in two lines beside the longest name, and makes the bar no higher. */
const HINTED = 640;

/**
 * @summary Groups widgets: they share its settings, and an area chosen in one of them becomes the area of the others.
 *
 * @slot - The widgets, and whatever else the page puts around them.
 * @fires {TcnsSelectEvent} tcns-select - The reader went back to the whole area; `detail.area` is `null`. Choices inside bubble through.
 *
 * @csspart bar - The line that says which area is shown.
 * @csspart reset - The button that goes back to the whole area.
 */
export class TcnsDashboard extends TcnsElement {
  static override styles = [armour, tokens, styles];
  protected static override readonly measured = true;

  /** Base URL of the API for the widgets inside that name none. */
  @property() api?: string;
  /** Id of the area that is shown first, and again after "Cả nước". */
  @property() area?: string;
  /** URL of a bundle file for the widgets inside. */
  @property() bundle?: string;
  /** Name of an adapter for the widgets inside. */
  @property() adapter?: string;
  /** Seconds between polls, for the widgets inside. */
  @property({ type: Number }) refresh?: number;
  /** Keeps the choice in the page's address (`tcns-area`). */
  @property({ attribute: 'url-state', type: Boolean }) urlState = false;
  /** Hides the line that says which area is shown. */
  @property({ attribute: 'no-bar', type: Boolean }) noBar = false;

  /** The area that a reader chose. */
  @state() private chosen: string | undefined;

  private readonly members = new Members(this);
  /** The widget in which the choice was made; it stays as it is. */
  private chooser: Member | undefined;
  /** True after a document inside has failed; the names may have been in it. */
  @state() private nameless = false;
  /** The newest document of each widget inside, and of each area: it explains the areas that it names. */
  private readonly documents = new Map<unknown, Envelope>();
  private stopInside: StopObserving | undefined;

  private readonly url = new UrlState(
    this,
    () => this.urlState,
    () => this.restore(),
  );

  constructor() {
    super();
    useTexts(viDashboard);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('tcns-select', this.selected);
    this.addEventListener('tcns-load', this.loaded);
    this.addEventListener('tcns-error', this.failed);
    this.stopInside = observeTree(this, { childList: true, subtree: true }, () => this.hand());
    this.restore();
    this.hand();
    if (this.parentElement?.localName === 'p') this.adopt();
  }

  /** Takes back the widgets that an editor has put behind it. */
  private adopt(): void {
    import('./dashboard.adopt.js').then(
      ({ adopt }) => adopt(this),
      () => whenBack(() => this.isConnected && this.adopt()),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('tcns-select', this.selected);
    this.removeEventListener('tcns-load', this.loaded);
    this.removeEventListener('tcns-error', this.failed);
    this.stopInside?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!isServer && changed.size > 0 && this.isConnected) this.hand();
  }

  protected override render(): unknown {
    if (this.keeps) return noChange;
    const { language } = this.wording;
    return html`${this.noBar ? nothing : html`<div class="bar ${this.rootClass}" part="bar" lang=${language}>${this.bar()}</div>`}<slot
      ></slot>`;
  }

  private bar(): unknown {
    const { chosen } = this;
    const { t } = this.wording;
    const whole = this.nameOf(this.base);
    // Nothing is drawn before the names are known, because the words would move; a code is no name for a reader.
    if (!whole && !(this.nameless && chosen)) return nothing;
    const name = chosen ? this.nameOf(chosen) : whole;
    const [before, after] = around(t, 'dashboardShown', 'area');
    return html`<button
        class="reset"
        part="reset"
        aria-pressed=${chosen ? 'false' : 'true'}
        @click=${this.reset}
      >
        ${whole ?? t('dashboardBack')}
      </button>
      <p class="shown ${chosen ? '' : 'said'}" role="status">
        ${name ? html`${before}<strong>${name}</strong>${after}` : nothing}
      </p>
      ${
        chosen || this.pageContext.pixels < HINTED
          ? nothing
          : html`<p class="hint muted">${t('dashboardHint')}</p>`
      }`;
  }

  private get base(): string {
    return canonicalAreaId(this.area ?? '') || 'vn';
  }

  /** The name of an area, as far as a document inside says it. */
  private nameOf(id: string): string | undefined {
    const { language, t } = this.wording;
    if (id === 'vn') return t('dashboardAll');
    const { areas = {} } = this.documentWith(id) ?? {};
    const area = areas[id];
    if (!area) return undefined;
    const { former } = formerAndPresent(id, (one) => areas[one], language, this.pageContext);
    return former ?? areaName(area, language);
  }

  /** The document that names an area: that of the widget where it was chosen, else the first that does. */
  private documentWith(id: string): Envelope | undefined {
    const { documents, chooser } = this;
    const inOrder = [documents.get(chooser), documents.get(id), ...documents.values()];
    return inOrder.find((doc) => doc?.areas[id]);
  }

  /* ---- What the widgets get ---- */

  private hand(): void {
    for (const member of this.members.all()) {
      for (const name of HANDED) {
        this.members.give(member, name, this.getAttribute(name) ?? undefined);
      }
      if (pointsAt(member)) {
        this.members.give(member, 'area', this.area);
        if (member.selected !== this.chosen) member.selected = this.chosen;
      } else if (member !== this.chooser) {
        this.show(member, this.chosen ?? this.area);
      }
    }
  }

  private show(member: Member, area: string | undefined): void {
    if (this.members.givenTo(member, 'area') === area) return;
    // `src` is removed, because it was set for the area before.
    this.members.give(member, 'src', undefined);
    this.members.give(member, 'area', area);
  }

  /** Shows an area that has no document of its own from the document of its parent. */
  private fallBack(member: Member): void {
    const { chosen } = this;
    if (!chosen || this.members.givenTo(member, 'area') !== chosen || member.hasAttribute('src'))
      return;
    const parent = this.documentWith(chosen)?.areas[chosen]?.parent ?? this.base;
    if (parent === chosen) return;
    const edition = editionOf(chosen) ?? editionOf(this.area ?? '') ?? DEFAULT_EDITION;
    const area = parent === 'vn' ? `vn@${edition}` : parent;
    const ownApi = member.api ?? this.api;
    const api = ownApi ?? settings().api;
    const bundle = member.bundle ?? this.bundle ?? (ownApi ? undefined : settings().bundle);
    const source = sourceOf(kindOf(member), { api, bundle, area }, pageDocument.baseURI);
    if (!source) return;
    const { url, key = '' } = source;
    this.members.give(member, 'src', bundle ? `${url}#${key}` : url);
  }

  /* ---- What the reader chooses ---- */

  private choose(area: string | undefined, chooser?: Member): void {
    this.chooser = chooser;
    this.chosen = area;
    this.hand();
  }

  private restore(): void {
    const areaInUrl = this.url.get('area');
    this.choose(areaInUrl ? canonicalAreaId(areaInUrl) : undefined);
  }

  private readonly selected = (event: Event): void => {
    if (!this.members.has(event.target)) return;
    const { area } = (event as TcnsSelectEvent).detail;
    this.choose(area ?? undefined, event.target);
    this.url.set('area', area ?? undefined);
  };

  private readonly reset = (): void => {
    if (!this.chosen) return;
    this.choose(undefined);
    this.url.set('area', undefined);
    this.dispatchEvent(new TcnsSelectEvent({ area: null, indicator: '' }));
  };

  private readonly loaded = (event: Event): void => {
    const doc = (event as TcnsLoadEvent).detail.document as Envelope & { area?: string };
    this.documents.set(event.target, doc);
    if (doc.area) this.documents.set(doc.area, doc);
    this.requestUpdate();
    if ((event.target as Element).matches('p > :not(tcns-stat)'))
      import('./dashboard.adopt.js')
        .then((code) => code.noteParagraphs(this))
        .catch(() => undefined);
  };

  private readonly failed = (event: Event): void => {
    this.nameless = true;
    const { error } = (event as TcnsErrorEvent).detail;
    if (error.absent && this.members.has(event.target)) this.fallBack(event.target);
  };
}
