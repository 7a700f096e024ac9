import { Task, TaskStatus } from '@lit/task';
import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Observation } from '../../api/figures.js';
import type { Services } from '../../api/services.js';
import { servicesShape } from '../../api/services-shape.js';
import { capital } from '../../i18n/capital.js';
import { formatDay } from '../../i18n/dates.js';
import { parseAt } from '../../domain/calendar.js';
import { historyOf } from '../../domain/observations.js';
import { creditsIn, sourced } from '../../domain/sourced-observation.js';
import { useTexts } from '../../i18n/translator.js';
import { viTarget } from '../../i18n/vi.target.js';
import { viServices } from '../../i18n/vi.services.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import { fields } from '../../parts/styles/fields.styles.js';
import { DataElement, type FiguresShown, type ShownState } from '../../parts/base/data-element.js';
import { factsOf, otherSources, type MenuItem } from '../../parts/base/footer.js';
import { qrStyles } from '../../parts/styles/qr.styles.js';
import { emptyLine } from '../../parts/base/states.js';
import { titleView } from '../../parts/base/title.js';
import {
  guideArea,
  guideModel,
  guidePlace,
  type GuideModel,
  type ServiceModel,
} from './service-guide.model.js';
import { styles } from './service-guide.styles.js';
import { cardsView } from './service-guide.view.js';

/**
 * @summary What the teams help with: services as cards with a link, a QR code and how many use them.
 *
 * @slot - Shown until the services are there, and kept if they never come.
 * @fires {TcnsLoadEvent} tcns-load - The services have arrived, or new ones have; `detail.document`.
 * @fires {TcnsErrorEvent} tcns-error - Loading failed; `detail.error` (`kind`, `url`, `path`, `reason`).
 *
 * @csspart root - Everything inside the shadow root.
 * @csspart card - The box.
 * @csspart title - The title.
 * @csspart services - The list of services.
 * @csspart service - One service.
 * @csspart figure - How many use a service.
 * @csspart link - The link to a service, which shows where it leads.
 * @csspart qr - The QR code of a service, and where it leads.
 * @csspart stale - "Could not update", with the age of what is shown.
 * @csspart retry - The button that tries again.
 * @csspart footer - Date, source and menu.
 * @csspart date - The date of the newest figure; of the list where there is no figure.
 * @csspart source - The source of the newest figure.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @csspart table - The table view.
 *
 * @cssproperty --tcns-service-guide-min-height - Height kept free before the services arrive (default 420px).
 */
export class TcnsServiceGuide extends DataElement<Services> {
  static override styles = [base, frame, fields, qrStyles, styles];

  /** Shows every QR code from the start: for a notice to be printed. */
  @property({ attribute: 'show-qr', type: Boolean }) showQr = false;

  /** The services whose code the reader has opened. */
  @state() private open: ReadonlySet<string> = new Set();

  protected readonly shape = servicesShape;
  protected override readonly shapes = ['grid'];

  /** The module of QR codes is loaded when the first code is opened. */
  private readonly qrCode = new Task(this, {
    task: () => import('../../parts/qr.js'),
    autoRun: false,
  });

  constructor() {
    super();
    useTexts({ ...viServices, ...viTarget });
  }

  protected override readonly tableBack = 'servicesBack';

  protected override renderDocument(shown: ShownState<Services>): TemplateResult | undefined {
    const doc = shown.read.document;
    if (doc.services.length === 0) return undefined;
    const w = this.wording;
    const { today } = this.pageContext;
    const model = guideModel(doc, this.area, shown.url, today, w);
    const place = guidePlace(doc, model.area, today, w);
    const named = this.named(w.t('servicesTitle', { area: place.name }));
    const { title } = named;
    const { newest } = model;
    const updated = doc.updated && parseAt(doc.updated)?.lastDay;
    const figureFacts = factsOf(newest && { observation: newest, doc, url: shown.url });
    // A list without figures names all sources of the document.
    const credits = newest
      ? creditsIn(doc.observations, doc, shown.url)
      : Object.values(doc.sources).map((source) => ({ source, url: shown.url }));
    const facts = newest ? figureFacts : { ...figureFacts, ...credits[0] };
    return this.box(html`
      ${titleView({ title, level: this.level, sample: model.sample, big: true }, w)}
      ${this.renderStale(shown)}
      ${place.present ? html`<p class="muted">${capital(place.present)}</p>` : nothing}
      <div class="stretch">
        ${
          this.menu.panel === 'table'
            ? html`<div class="panel">
                ${this.menu.table(() => this.figuresShown(shown), title)}
              </div>`
            : this.renderCards(model)
        }
      </div>
      ${!newest && updated ? html`<p class="muted list-date">${w.t('listUpdated', { date: formatDay(updated, w.language) })}</p>` : nothing}
      ${otherSources(credits, facts, w)}
      ${
        // A table without figures would be empty.
        newest || this.menu.panel === 'table'
          ? this.menu.footer(facts, named, this.codesItem(model))
          : this.menu.footerWith(facts, named, this.codesItem(model))
      }
    `);
  }

  private renderCards(model: GuideModel): TemplateResult {
    return cardsView(
      {
        model,
        common: model.newest?.at,
        open: this.opened(model),
        toggle: (id) => this.toggle(id, model),
        code: (service) => this.renderCode(service),
        level: Math.min(6, this.level + 1),
      },
      this.wording,
    );
  }

  private renderCode({ href, name, host }: ServiceModel): unknown {
    const { t } = this.wording;
    return this.qrCode.render({
      pending: () => html`<p class="muted code-room" role="status">${t('loading')}</p>`,
      error: () => html`<p class="muted" role="alert">${t('loadFailed')}</p>`,
      complete: (code) => (href ? code.qrView(href, t('qrOf', { name, host })) : nothing),
    });
  }

  /** Each code that is opened asks for what draws it, also after a failure. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const isAsked = changed.has('open') || changed.has('showQr');
    const { status } = this.qrCode;
    const isThere = status === TaskStatus.PENDING || status === TaskStatus.COMPLETE;
    if (!isServer && isAsked && !isThere && (this.open.size > 0 || this.showQr))
      void this.qrCode.run();
  }

  /** All codes at once, from the menu: for a print. */
  private codesItem(model: GuideModel): MenuItem[] {
    const linked = model.services.filter(({ href }) => href);
    if (this.menu.panel === 'table' || linked.length === 0) return [];
    const all = this.opened(model).size >= linked.length;
    return [
      {
        label: this.wording.t(all ? 'qrHideAll' : 'qrAll'),
        choose: () => {
          this.showQr = false;
          this.open = new Set(all ? [] : linked.map(({ id }) => id));
        },
      },
    ];
  }

  private opened({ services }: GuideModel): ReadonlySet<string> {
    if (!this.showQr) return this.open;
    return new Set(services.filter(({ href }) => href).map(({ id }) => id));
  }

  /** Whose guide it is, and that it has no services yet. */
  protected override renderEmpty(): TemplateResult {
    const { documentState: now, wording: w } = this;
    const doc = 'read' in now ? now.read.document : undefined;
    const place = doc && guidePlace(doc, guideArea(doc, this.area), this.pageContext.today, w);
    const title = this.heading ?? (place ? w.t('servicesTitle', { area: place.name }) : '');
    return html`${titleView({ title, level: this.level, sample: false, big: true }, w)}
    ${emptyLine(w, 'servicesEmpty')}`;
  }

  protected override figuresShown({ read, url }: ShownState<Services>): FiguresShown {
    const doc = read.document;
    const area = guideArea(doc, this.area);
    const observations = doc.services.reduce<Observation[]>(
      (all, { indicator }) =>
        indicator ? all.concat(historyOf(doc.observations, area, indicator)) : all,
      [],
    );
    return { figures: sourced(observations, doc, url) };
  }

  private toggle(id: string, model: GuideModel): void {
    const open = new Set(this.opened(model));
    if (!open.delete(id)) open.add(id);
    this.showQr = false;
    this.open = open;
  }
}
