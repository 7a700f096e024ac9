/** The course of one goal, which the reader chooses: its history as a chart, its standings, its picture. */
import { html, nothing, type ReactiveControllerHost } from 'lit';
import type { Campaign } from '../../api/campaign.js';
import { capital } from '../../i18n/capital.js';
import { childLabel, fullAreaName, sharedNames } from '../../i18n/area-names.js';
import type { Wording } from '../../i18n/figures.js';
import { LineChart } from '../../parts/chart/chart.js';
import type { MenuItem } from '../../parts/base/footer.js';
import { memo } from '../../parts/base/memo.js';
import { burnUpModel } from './campaign-tracker.chart.js';
import {
  goalsOffered,
  goalStandings,
  type GoalModel,
  type TrackerModel,
} from './campaign-tracker.model.js';
import { arrivalView, goalChoice, sectionView, standingsView } from './campaign-tracker.panels.js';

/** Rows of the standings that are shown before the reader asks for all. */
const ROWS = 10;

/** The standings of a goal, and the names of the areas in it. */
function standingsIn(doc: Campaign, model: TrackerModel, key: string, language: string) {
  const shared = sharedNames(
    model.parts.map((id) => [id, doc.areas[id], doc.end]),
    language,
  );
  const lookup = (id: string) => doc.areas[id];
  const nameOf = (id: string) => {
    const area = doc.areas[id];
    if (!area) return id;
    const full = fullAreaName(area, language, doc.end);
    return capital(shared.has(full) ? childLabel(area, lookup, language, doc.end) : full);
  };
  return { standings: goalStandings(doc, model, key, nameOf, language), nameOf };
}

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

export class GoalCourse {
  private readonly chart: LineChart;
  private chosenGoal: string | undefined;
  private hasAllRows = false;
  private readonly burnUpOf = memo(burnUpModel);
  private readonly standingsOf = memo(standingsIn);

  /**
   * @param isPrinting - true while all rows are shown, because nobody can unfold paper
   * @param width - px of the host
   */
  constructor(
    private readonly host: Host,
    private readonly isPrinting: () => boolean,
    width: () => number,
  ) {
    this.chart = new LineChart(host, width);
  }

  /** Works out the chart and the standings of the goal that will be drawn. */
  prepare(doc: Campaign, model: TrackerModel, w: Wording): void {
    const goal = this.goalShown(doc, model);
    if (!goal) return;
    this.burnUpOf(doc, model.area, goal, w);
    this.standingsOf(doc, model, goal.key, w.language);
  }

  /** True where a goal has something to show. */
  isOffered(doc: Campaign, model: TrackerModel): boolean {
    return this.goalShown(doc, model) !== undefined;
  }

  /** The choice of the goal, its burn-up chart and its standings; `undefined` where no goal has any. */
  render(doc: Campaign, model: TrackerModel, level: number, w: Wording): unknown {
    const goal = this.goalShown(doc, model);
    if (!goal) return undefined;
    const chart = this.burnUpOf(doc, model.area, goal, w);
    const choose = (key: string): void => {
      this.chosenGoal = key;
      this.host.requestUpdate();
    };
    return html`${goalChoice(goalsOffered(doc, model), goal.key, choose, w)}
    ${chart ? sectionView(w.t('burnUp'), level, 'burn-up', html`${this.chart.render(chart, w)}${arrivalView(goal, w)}`) : nothing}
    ${this.standings(doc, model, goal, level, w)}`;
  }

  /** The burn-up chart as a picture, with what it is of, its date and its source. */
  pictureItem(title: string, doc: Campaign, model: TrackerModel, { t }: Wording): MenuItem[] {
    const { canvas } = this.chart;
    const goal = this.goalShown(doc, model);
    if (!canvas || !goal) return [];
    const heading = `${title}: ${goal.title}${model.sample ? ` (${t('sample')})` : ''}`;
    const name = `tcns-${doc.id}-${goal.key}`.replace(/[^\w.-]+/g, '-');
    return [
      {
        label: t('chartPng'),
        choose: () =>
          import('../../parts/chart/chart-picture.js').then(({ saveChart }) =>
            saveChart(this.host.renderRoot, canvas, { heading, name }),
          ),
      },
    ];
  }

  private standings(
    doc: Campaign,
    model: TrackerModel,
    goal: GoalModel,
    level: number,
    w: Wording,
  ): unknown {
    const { standings, nameOf } = this.standingsOf(doc, model, goal.key, w.language);
    if (standings.rows.length === 0) return nothing;
    const shown = {
      standings,
      indicator: goal.indicator,
      nameOf,
      area: model.area,
      limit: ROWS,
      all: this.hasAllRows || this.isPrinting(),
      toggle: () => {
        this.hasAllRows = !this.hasAllRows;
        this.host.requestUpdate();
      },
    };
    return sectionView(w.t('standings'), level, 'standings', standingsView(shown, w));
  }

  /** The goal that the reader chose, else the first that has something to show. */
  private goalShown(doc: Campaign, model: TrackerModel): GoalModel | undefined {
    const offered = goalsOffered(doc, model);
    return offered.find(({ key }) => key === this.chosenGoal) ?? offered[0];
  }
}
