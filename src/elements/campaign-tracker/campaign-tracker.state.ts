/** What a campaign tracker remembers and follows: its day, what an update changed, the reader's choices. */
import { nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Campaign } from '../../api/campaign.js';
import type { Observation } from '../../api/figures.js';
import { campaignShape } from '../../api/document-shapes.js';
import { historyOf, isMissing, missingObservation } from '../../domain/observations.js';
import { sourced } from '../../domain/sourced-observation.js';
import { useTexts } from '../../i18n/translator.js';
import { viTarget } from '../../i18n/vi.target.js';
import { viCampaign } from '../../i18n/vi.campaign.js';
import { LineChart } from '../../parts/chart/chart.js';
import { DataElement, type FiguresShown, type ShownState } from '../../parts/base/data-element.js';
import { DayClock } from '../../parts/base/day-clock.js';
import { Freshness } from '../../parts/base/freshness.js';
import { staleLine } from '../../parts/base/states.js';
import {
  announcement,
  areaShown,
  figuresIn,
  trackerModel,
  type GoalModel,
  type TrackerModel,
} from './campaign-tracker.model.js';
import { moveChanged, placesIn } from './campaign-tracker.motion.js';

export abstract class CampaignTrackerState extends DataElement<Campaign> {
  protected static override readonly measured = true;

  /** Id of the campaign, such as `bp-92-ngay-dem`. */
  @property() campaign?: string;
  /** `full`; `compact` for a sidebar; `headline`: one line for a newspaper. */
  @property() view: 'full' | 'compact' | 'headline' = 'full';

  @state() protected chosenGoal?: string;
  @state() protected allRows = false;

  protected readonly shape = campaignShape;
  protected readonly chart = new LineChart(this);
  protected readonly clock = new DayClock(this);
  /** What the document says today; absent while there is none. */
  protected model: TrackerModel | undefined;
  /** One sentence about what the newest answer changed. */
  protected spoken = '';

  private readonly freshness = new Freshness(this);
  /** What the reader saw before the newest answer. */
  private seen: { id: string; document: Campaign; said: Map<string, string> } | undefined;
  private changed: readonly string[] = [];
  private places: ReadonlyMap<string, number> = new Map();

  constructor() {
    super();
    useTexts({ ...viCampaign, ...viTarget });
  }

  protected override get documentCampaign(): string | undefined {
    return this.campaign;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const now = this.documentState;
    this.model = undefined;
    if (!('read' in now)) return;
    this.freshness.follow(now.loadedAt, this.refresh);
    const { document } = now.read;
    this.model = trackerModel(document, this.area, this.clock.today, this.wording);
    this.compare(document, this.model);
  }

  /** What a new answer changed for the reader; another campaign or language is no change. */
  private compare(document: Campaign, model: TrackerModel): void {
    const id = `${document.id} ${model.area} ${this.wording.language}`;
    const { seen } = this;
    if (seen?.id === id && seen.document === document) return;
    const said = figuresIn(model, this.wording);
    this.seen = { id, document, said };
    const news = seen?.id === id ? announcement(seen.said, said, this.wording) : undefined;
    this.spoken = news?.text ?? '';
    this.changed = news?.keys ?? [];
    this.places = seen?.id === id && this.hasUpdated ? placesIn(this.renderRoot) : new Map();
  }

  protected override updated(): void {
    super.updated();
    if (this.changed.length === 0 && this.places.size === 0) return;
    moveChanged(this.renderRoot, this.changed, this.places);
    this.changed = [];
    this.places = new Map();
  }

  /** The goals that have a history to draw, or figures of the areas that take part. */
  protected offered({ observations }: Campaign, { goals, parts, area }: TrackerModel): GoalModel[] {
    return goals.filter(({ key, figure }) => {
      const known = figure.trail.filter((o) => !isMissing(o)).length > 1;
      return (
        known ||
        observations.some(
          (o) => o.indicator === key && o.area !== area && parts.indexOf(o.area) >= 0,
        )
      );
    });
  }

  /** The goal that the reader chose, else the first that has something to show. */
  protected goalShown(document: Campaign, model: TrackerModel): GoalModel | undefined {
    const offered = this.offered(document, model);
    return offered.find(({ key }) => key === this.chosenGoal) ?? offered[0];
  }

  /** A live tracker says that it is old once twice its period has passed, not at the first slip. */
  protected override renderStale(shown: ShownState<Campaign>): unknown {
    if (!this.refresh) return super.renderStale(shown);
    const refused = shown.status === 'stale' && /^(shape|version)$/.test(shown.error.kind);
    if (shown.loadedAt === undefined || !(refused || this.freshness.late)) return nothing;
    return staleLine(shown.loadedAt, this.wording, () => void this.reload());
  }

  /** The goals with their targets, the highlights, and each area's part in them. */
  protected override figuresShown({ read, url }: ShownState<Campaign>): FiguresShown {
    const doc = read.document;
    const { observations } = doc;
    const area = areaShown(doc, this.area);
    const figures: Observation[] = [];
    for (const { indicator, target } of doc.goals) {
      const history = historyOf(observations, area, indicator);
      const own =
        history.length > 0 ? [...history].reverse() : [missingObservation(area, indicator)];
      figures.push(...own.map((o) => ({ ...o, target: o.target ?? target })));
    }
    const goals = new Set(doc.goals.map(({ indicator }) => indicator));
    const others = observations.filter((o) => o.area !== area || !goals.has(o.indicator));
    return { figures: sourced([...figures, ...others], doc, url) };
  }
}
