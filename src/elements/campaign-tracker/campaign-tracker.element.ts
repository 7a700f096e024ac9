import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Campaign } from '../../api/campaign.js';
import { campaignShape } from '../../api/campaign-shape.js';
import { vietnamDay } from '../../domain/calendar.js';
import { sourced } from '../../domain/sourced-observation.js';
import { formatDay, formatTime } from '../../i18n/dates.js';
import { textOf } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/translator.js';
import { viCampaign } from '../../i18n/vi.campaign.js';
import { viTarget } from '../../i18n/vi.target.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import { fields } from '../../parts/styles/fields.styles.js';
import { chartStyles } from '../../parts/chart/chart.styles.js';
import { DataElement, type FiguresShown, type ShownState } from '../../parts/base/data-element.js';
import { factsOf } from '../../parts/base/footer.js';
import { Freshness } from '../../parts/base/freshness.js';
import { OpenForPrint } from '../../parts/base/open-for-print.js';
import { memo } from '../../parts/base/memo.js';
import { emptyLine, staleLine } from '../../parts/base/states.js';
import { Changes } from './campaign-tracker.changes.js';
import { GoalCourse } from './campaign-tracker.course.js';
import {
  campaignFigures,
  isBare,
  trackerModel,
  type TrackerModel,
} from './campaign-tracker.model.js';
import {
  activitiesView,
  highlightsView,
  lessonsView,
  milestonesView,
  sectionView,
} from './campaign-tracker.panels.js';
import { lists } from './campaign-tracker.lists.styles.js';
import { styles } from './campaign-tracker.styles.js';
import { goalsView, headlineView, headView, summaryView } from './campaign-tracker.view.js';
import { nameWords } from './campaign-tracker.words.js';

/** px: from this width on the goals stand beside the rest. */
const TWO_COLUMNS = 860;

/**
 * @summary A campaign day by day: where it stands in time, each goal against its target and plan, standings, highlights, milestones and activities.
 *
 * @slot - Shown until the campaign is there, and kept if it never comes.
 * @fires {TcnsLoadEvent} tcns-load - The figures have arrived, or new ones have; `detail.document`.
 * @fires {TcnsErrorEvent} tcns-error - Loading failed; `detail.error` (`kind`, `url`, `path`, `reason`).
 *
 * @csspart root - Everything inside the shadow root.
 * @csspart card - The box; of the headline, the line.
 * @csspart title - The name of the campaign.
 * @csspart facts - The place, the plan and the dates.
 * @csspart state - The day of the campaign, and what is left of it.
 * @csspart summary - The sentence about all goals.
 * @csspart goals - The list of goals.
 * @csspart goal - One goal.
 * @csspart goal-figure - The result of a goal, and its target.
 * @csspart verdict - What the result means, in words.
 * @csspart pace - What a goal still needs each day.
 * @csspart burn-up - The history of a goal, its plan line and its target.
 * @csspart chart - The chart.
 * @csspart legend - What the dashed lines are.
 * @csspart reading - The figure of the point that is read.
 * @csspart marks - The milestones in the chart.
 * @csspart standings - The order of the areas that take part.
 * @csspart highlights - The figures that stand out.
 * @csspart milestones - The milestones.
 * @csspart activities - The activities.
 * @csspart lessons - The lessons, folded.
 * @csspart arrival - When the target would be reached at the average pace so far.
 * @csspart live - When the last answer was received; only with `refresh`.
 * @csspart stale - "Could not update", with the age of what is shown.
 * @csspart retry - The button that tries again.
 * @csspart footer - Date, source and menu.
 * @csspart date - The date of the newest figure.
 * @csspart source - The source of the newest figure.
 * @csspart menu-button - The button that opens the menu.
 * @csspart menu - The open menu.
 * @csspart table - The table view.
 *
 * @cssproperty --tcns-campaign-tracker-min-height - Height kept free before the campaign arrives (default 760px, compact 480px, headline 76px).
 */
export class TcnsCampaignTracker extends DataElement<Campaign> {
  static override styles = [base, frame, fields, chartStyles, styles, lists];
  protected static override readonly measured = true;

  /** Id of the campaign, such as `bp-92-ngay-dem`. */
  @property() campaign?: string;
  /** `full`; `compact` for a sidebar; `headline`: one line for a newspaper. */
  @property() view: 'full' | 'compact' | 'headline' = 'full';

  protected readonly shape = campaignShape;
  protected override readonly shapes = ['half', 'digits', 'bars'];
  private readonly paper = new OpenForPrint(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  private readonly goalCourse = new GoalCourse(
    this,
    () => this.paper.isOpen,
    () => this.pageContext.pixels,
  );
  private readonly freshness = new Freshness(this);
  private readonly changes = new Changes(this);
  private readonly modelOf = memo(trackerModel);

  constructor() {
    super();
    useTexts(viCampaign);
    useTexts(viTarget);
  }

  protected override get documentIds() {
    return { campaign: this.campaign };
  }

  /** The first picture needs the model alone, the rest of the whole the course of a goal. */
  protected override prepare(): void {
    const now = this.documentState;
    if (!('read' in now)) return;
    const { document: doc } = now.read;
    const model = this.model(doc);
    if (this.hasUpdated) this.goalCourse.prepare(doc, model, this.wording);
  }

  protected override get inSteps(): boolean {
    return this.view === 'full' && !this.paper.isOpen && this.menu.panel !== 'table';
  }

  /** False while only what is seen first is drawn: all below the goals makes a long task of it. */
  private get drawsAll(): boolean {
    return this.isWhole || !this.inSteps;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const now = this.documentState;
    if (!('read' in now)) return;
    this.freshness.follow(now.loadedAt, this.refresh);
    const doc = now.read.document;
    this.changes.compare(doc, this.model(doc), this.wording);
  }

  /** An id with capitals has no document: it is asked for as ids are written, in small letters. */
  protected override updated(): void {
    super.updated();
    const { campaign = '', documentState: now } = this;
    const small = campaign.toLowerCase();
    if ('error' in now && now.error.absent && small !== campaign) this.campaign = small;
  }

  /** The content of the document today. */
  private model(doc: Campaign): TrackerModel {
    return this.modelOf(doc, this.area, this.pageContext.today, this.wording);
  }

  protected override readonly tableBack = 'campaignBack';

  protected override renderDocument(shown: ShownState<Campaign>): TemplateResult | undefined {
    const doc = shown.read.document;
    const model = this.model(doc);
    const w = this.wording;
    const title = this.heading ?? textOf(doc.name, w.language);
    const head = { title, level: this.level, doc, model };
    const status = html`<p class="sr" role="status">${this.changes.sentence}</p>`;
    if (this.view === 'headline') {
      return html`${headlineView({ ...head, url: shown.url }, w)} ${this.renderLive(shown)}
      ${this.renderStale(shown)} ${status}`;
    }
    const { newest } = model;
    const { drawsAll } = this;
    const hasPicture = !this.noDownload && this.view === 'full' && this.menu.panel !== 'table';
    return this.box(html`
      ${headView(head, w)} ${this.renderStale(shown)}
      ${
        this.menu.panel === 'table'
          ? html`<div class="panel stretch">
              ${this.menu.table(() => this.figuresShown(shown), title)}
            </div>`
          : this.renderBody(doc, model, shown.url)
      }
      ${this.renderLive(shown)}
      ${
        drawsAll
          ? this.menu.footer(
              factsOf(newest && { observation: newest, doc, url: shown.url }),
              { title, of: nameWords(doc, model, w) },
              hasPicture ? this.goalCourse.pictureItem(title, doc, model, w) : [],
            )
          : nothing
      }
      ${status}
    `);
  }

  private renderBody(doc: Campaign, model: TrackerModel, url: string): TemplateResult {
    const w = this.wording;
    const { t } = w;
    if (this.view === 'compact') {
      return html`<div class="stretch">
        ${model.goals.length > 0 ? goalsView(model, true, w) : this.renderEmpty()}
      </div>`;
    }
    if (isBare(doc, model)) return html`<div class="stretch">${this.renderEmpty()}</div>`;
    const section = (part: string, title: string, content: unknown) =>
      sectionView(title, this.level, part, content);
    const { drawsAll } = this;
    const hasCourse = this.goalCourse.isOffered(doc, model);
    const two = this.pageContext.pixels >= TWO_COLUMNS ? 'two' : '';
    return html`${summaryView(model, w)}
      <div class="stretch columns ${two} ${hasCourse ? 'with-course' : ''}">
        <div class="block-goals">${goalsView(model, false, w)}</div>
        ${drawsAll && hasCourse ? html`<div class="block-course">${this.goalCourse.render(doc, model, this.level, w)}</div>` : nothing}
        ${drawsAll && model.highlights.length > 0 ? html`<div class="block-highlights">${section('highlights', t('highlights'), highlightsView(model, w))}</div>` : nothing}
        ${
          drawsAll
            ? html`<div class="block-rest">
                ${doc.milestones.length > 0 ? section('milestones', t('milestones'), milestonesView(doc, Date.now(), w)) : nothing}
                ${doc.activities.length > 0 ? section('activities', t('activities'), activitiesView(doc, url, w)) : nothing}
                ${doc.lessons.length > 0 ? lessonsView(doc, w) : nothing}
              </div>`
            : nothing
        }
      </div>`;
  }

  /** A live tracker says that it is old once twice its period has passed, not at the first slip. */
  protected override renderStale(shown: ShownState<Campaign>): unknown {
    if (!this.refresh) return super.renderStale(shown);
    const refused = shown.status === 'stale' && /^(shape|version)$/.test(shown.error.kind);
    if (shown.loadedAt === undefined || !(refused || this.freshness.late)) return nothing;
    return staleLine(shown.loadedAt, this.wording, () => void this.reload());
  }

  protected override figuresShown({ read, url }: ShownState<Campaign>): FiguresShown {
    const doc = read.document;
    return { figures: sourced(campaignFigures(doc, this.area), doc, url) };
  }

  /** "Tự động cập nhật. Nhận số liệu lúc 14:05". */
  private renderLive({ loadedAt }: ShownState<Campaign>): unknown {
    if (!this.refresh || loadedAt === undefined) return nothing;
    const { t, language } = this.wording;
    const day = vietnamDay(loadedAt);
    const time = formatTime(loadedAt);
    const when = day === this.pageContext.today ? time : `${time}, ${formatDay(day, language)}`;
    return html`<p class="live muted" part="live">${t('liveAt', { time: when })}</p>`;
  }

  protected override renderSkeleton(): unknown {
    if (this.view === 'headline') {
      return html`<div class="headline skeleton" part="card" aria-busy="true">
        <p class="sr">${this.wording.t('loading')}</p>
        <div class="block wide" aria-hidden="true"></div>
      </div>`;
    }
    return super.renderSkeleton();
  }

  protected override renderEmpty(): TemplateResult {
    return html`<div class="summary">${emptyLine(this.wording, 'campaignEmpty')}</div>`;
  }

  protected override get boxClass(): string {
    return this.view === 'compact' ? 'compact' : '';
  }
}
