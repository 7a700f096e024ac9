import { html, nothing, type TemplateResult } from 'lit';
import type { Campaign } from '../../api/campaign.js';
import { capital } from '../../i18n/capital.js';
import { fullAreaName } from '../../i18n/area-names.js';
import { vietnamDay } from '../../domain/calendar.js';
import { formatDay, formatTime } from '../../i18n/dates.js';
import { textOf } from '../../i18n/texts.js';
import { base, frame } from '../../parts/styles/base.styles.js';
import { fields } from '../../parts/styles/fields.styles.js';
import { chartStyles } from '../../parts/chart/chart.styles.js';
import type { ShownState } from '../../parts/base/data-element.js';
import { factsOf, type MenuItem } from '../../parts/base/footer.js';
import { burnUpModel } from './campaign-tracker.chart.js';
import { goalStandings, type GoalModel, type TrackerModel } from './campaign-tracker.model.js';
import {
  activitiesView,
  goalChoice,
  highlightsView,
  milestonesView,
  sectionView,
  standingsView,
} from './campaign-tracker.panels.js';
import { CampaignTrackerState } from './campaign-tracker.state.js';
import { styles } from './campaign-tracker.styles.js';
import {
  goalsView,
  headlineView,
  headView,
  skeletonView,
  summaryView,
} from './campaign-tracker.view.js';

/** Rows of the standings that are shown before a click. */
const ROWS = 10;
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
export class TcnsCampaignTracker extends CampaignTrackerState {
  static override styles = [base, frame, fields, chartStyles, styles];

  protected override renderDocument(shown: ShownState<Campaign>): TemplateResult | undefined {
    const { model } = this;
    const { document } = shown.read;
    if (!model) return undefined;
    const w = this.wording;
    const title = this.heading ?? textOf(document.name, w.language);
    const head = { title, level: this.level, document, model };
    const status = html`<p class="sr" role="status">${this.spoken}</p>`;
    if (this.view === 'headline') {
      return html`${headlineView({ ...head, url: shown.url }, w)} ${this.renderLive(shown)}
      ${this.renderStale(shown)} ${status}`;
    }
    const { newest } = model;
    return this.box(html`
      ${headView(head, w)} ${this.renderStale(shown)}
      ${
        this.panel === 'table'
          ? html`<div class="panel stretch">${this.renderTable(shown, title)}</div>`
          : this.renderBody(document, model, shown.url)
      }
      ${this.renderLive(shown)}
      ${this.renderFooter(
        factsOf(newest && { observation: newest, doc: document, url: shown.url }),
        title,
        this.pictureItem(title, document, model),
      )}
      ${status}
    `);
  }

  private renderBody(document: Campaign, model: TrackerModel, url: string): TemplateResult {
    const w = this.wording;
    const { t } = w;
    if (this.view === 'compact') {
      return html`<div class="stretch">${goalsView(model, true, w)}</div>`;
    }
    const section = (part: string, title: string, content: unknown) =>
      sectionView(title, this.level, part, content);
    const course = this.renderCourse(document, model);
    const two = this.surroundings.pixels >= TWO_COLUMNS ? 'two' : '';
    return html`${summaryView(model, w)}
      <div class="stretch columns ${two} ${course ? 'with-course' : ''}">
        <div class="block-goals">${goalsView(model, false, w)}</div>
        ${course ? html`<div class="block-course">${course}</div>` : nothing}
        ${model.highlights.length > 0 ? html`<div class="block-highlights">${section('highlights', t('highlights'), highlightsView(model, w))}</div>` : nothing}
        <div class="block-rest">
          ${document.milestones.length > 0 ? section('milestones', t('milestones'), milestonesView(document, Date.now(), w)) : nothing}
          ${document.activities.length > 0 ? section('activities', t('activities'), activitiesView(document, url, w)) : nothing}
        </div>
      </div>`;
  }

  /** The history and the standings of one goal, which the reader chooses. */
  private renderCourse(document: Campaign, model: TrackerModel): unknown {
    const w = this.wording;
    const offered = this.offered(document, model);
    const goal = this.goalShown(document, model);
    if (!goal) return undefined;
    const chart = burnUpModel(document, model.area, goal, w);
    return html`${goalChoice(offered, goal.key, (key) => (this.chosenGoal = key), w)}
    ${chart ? sectionView(w.t('burnUp'), this.level, 'burn-up', this.chart.render(chart, w)) : nothing}
    ${this.renderStandings(document, model, goal)}`;
  }

  /** The burn-up chart as a picture, with what it is of, its date and its source. */
  private pictureItem(title: string, document: Campaign, model: TrackerModel): MenuItem[] {
    const { canvas } = this.chart;
    const goal = this.goalShown(document, model);
    if (this.noDownload || this.view !== 'full' || this.panel === 'table' || !canvas || !goal)
      return [];
    const { t } = this.wording;
    const heading = `${title}: ${goal.title}${model.sample ? ` (${t('sample')})` : ''}`;
    const name = `tcns-${document.id}-${goal.key}`.replace(/[^\w.-]+/g, '-');
    return [
      {
        label: t('chartPng'),
        choose: () =>
          void import('../../parts/chart/chart-picture.js').then(({ saveChart }) =>
            saveChart(this.renderRoot, canvas, { heading, name }),
          ),
      },
    ];
  }

  private renderStandings(document: Campaign, model: TrackerModel, goal: GoalModel): unknown {
    const w = this.wording;
    const nameOf = (id: string) => {
      const area = document.areas[id];
      return area ? capital(fullAreaName(area, w.language, document.end)) : id;
    };
    const standings = goalStandings(document, model, goal.key, nameOf);
    if (standings.rows.length === 0) return nothing;
    const shown = {
      standings,
      indicator: goal.indicator,
      nameOf,
      own: model.area,
      limit: ROWS,
      all: this.allRows,
      toggle: () => (this.allRows = !this.allRows),
    };
    return sectionView(w.t('standings'), this.level, 'standings', standingsView(shown, w));
  }

  /** "Tự động cập nhật. Nhận số liệu lúc 14:05". */
  private renderLive({ loadedAt }: ShownState<Campaign>): unknown {
    if (!this.refresh || loadedAt === undefined) return nothing;
    const { t, language } = this.wording;
    const day = vietnamDay(loadedAt);
    const time = formatTime(loadedAt);
    const when = day === this.clock.today ? time : `${time}, ${formatDay(day, language)}`;
    return html`<p class="live muted" part="live">${t('liveAt', { time: when })}</p>`;
  }

  protected override renderSkeleton(): TemplateResult {
    if (this.view === 'headline') {
      return html`<div class="headline skeleton" part="card" aria-busy="true">
        <p class="sr">${this.wording.t('loading')}</p>
        <div class="block wide" aria-hidden="true"></div>
      </div>`;
    }
    return this.box(skeletonView(this.view === 'compact' ? 4 : 6, this.wording), true);
  }

  protected override renderEmpty(): TemplateResult {
    return this.box(html`<p class="muted">${this.wording.t('campaignEmpty')}</p>`);
  }

  protected override get boxClass(): string {
    return this.view === 'compact' ? 'compact' : '';
  }
}
