/** The content of a campaign's document on a day, without its drawing. */
import type { Campaign, Goal } from '../../api/campaign.js';
import type { Area, Indicator, Observation } from '../../api/figures.js';
import { areaKind } from '../../domain/areas.js';
import { capital } from '../../i18n/capital.js';
import { formerAndPresent, fullAreaName } from '../../i18n/area-names.js';
import { campaignState, type CampaignState } from '../../domain/campaign.js';
import { canonicalAreaId } from '../../domain/editions.js';
import {
  figureOf,
  historyOf,
  isMissing,
  missingObservation,
  newestOf,
  type Figure,
} from '../../domain/observations.js';
import { creditsIn, hasSample } from '../../domain/sourced-observation.js';
import {
  arrivalOf,
  goalResult,
  paceNeeded,
  type Arrival,
  type GoalResult,
  type PaceNeeded,
} from '../../domain/pace.js';
import { areasBeside, standingsOf, type Standings } from '../../domain/standings.js';
import { figureText, type Wording } from '../../i18n/figures.js';
import { nameOrder } from '../../i18n/order.js';
import { textOf } from '../../i18n/texts.js';

/** An indicator of the campaign and its figure. */
export interface ItemModel {
  readonly key: string;
  readonly title: string;
  readonly indicator: Indicator | undefined;
  readonly figure: Figure;
  /** The figure's newest observation, also one that is missing. */
  readonly observation: Observation | undefined;
}

export interface GoalModel extends ItemModel {
  readonly goal: Goal;
  readonly result: GoalResult;
  /** What is still needed each day; absent where that cannot be said. */
  readonly pace: PaceNeeded | undefined;
  /** When the average pace so far would reach the target; absent where that cannot be said. */
  readonly arrival: Arrival | undefined;
}

export interface TrackerModel {
  /** The campaign's area, or the one of it that is meant. */
  readonly area: string;
  /** "tỉnh Bình Phước (cũ)"; empty where the document does not say. */
  readonly areaName: string;
  /** "Nay thuộc TP. Đồng Nai". */
  readonly present: string | undefined;
  readonly state: CampaignState;
  readonly goals: readonly GoalModel[];
  readonly highlights: readonly ItemModel[];
  /** The areas that take part. */
  readonly parts: readonly string[];
  /** The newest figure of all, which dates the whole and names its source. */
  readonly newest: Observation | undefined;
  readonly sample: boolean;
}

/** True for a campaign of which only the name and the dates are known. */
export const isBare = (doc: Campaign, { goals, highlights }: TrackerModel): boolean =>
  [goals, highlights, doc.milestones, doc.activities, doc.lessons].every(
    ({ length }) => length === 0,
  );

/** The area whose figures a tracker shows: the one that is meant, else the campaign's own. */
function areaShown(doc: Campaign, wanted: string | undefined): string {
  const areas = new Set(doc.observations.map(({ area }) => area));
  const meant = wanted && canonicalAreaId(wanted);
  if (meant && areas.has(meant)) return meant;
  return doc.area ?? [...areas][0] ?? 'vn';
}

/** The content of a campaign's document on a day. */
export function trackerModel(
  doc: Campaign,
  wanted: string | undefined,
  today: string,
  w: Wording,
): TrackerModel {
  const area = areaShown(doc, wanted);
  const item = (key: string): ItemModel => {
    const indicator = doc.indicators[key];
    const figure = figureOf(historyOf(doc.observations, area, key));
    const title = textOf(indicator?.name, w.language) || key;
    return { key, title, indicator, figure, observation: figure.observation };
  };
  const goals = doc.goals.map((goal): GoalModel => {
    const one = item(goal.indicator);
    const result = goalResult(goal, doc, one.observation, one.indicator, today);
    const pace = paceNeeded(goal, doc, one.observation, one.indicator, today);
    const arrival = arrivalOf(goal, doc, one.observation, one.indicator, today);
    return { ...one, goal, result, pace, arrival };
  });
  const highlights = (doc.highlights ?? [])
    .map(item)
    .filter(({ observation }) => observation !== undefined);
  const observations = [...goals, ...highlights].map(({ observation }) => observation);
  return {
    area,
    ...areaNames(doc, area, today, w),
    state: campaignState(doc, today),
    goals,
    highlights,
    parts: areasBeside(doc.observations, doc.area ?? area),
    newest: newestOf(observations),
    sample: hasSample(creditsIn(observations, doc, '')),
  };
}

/** The area's name when the campaign ended, and what it is part of now. */
function areaNames(
  { areas, end }: Campaign,
  id: string,
  today: string,
  { language }: Wording,
): Pick<TrackerModel, 'areaName' | 'present'> {
  const area = areas[id];
  if (!area || areaKind(area) === 'country') return { areaName: '', present: undefined };
  const lookup = (one: string): Area | undefined => areas[one];
  const { former, present } = formerAndPresent(id, lookup, language, { at: end, today });
  const name = former ?? fullAreaName(area, language, end);
  return { areaName: name, present: present && capital(present) };
}

/** The standings of a goal, equal ranks in the order of the alphabet. */
export function goalStandings(
  doc: Campaign,
  { parts }: TrackerModel,
  key: string,
  nameOf: (id: string) => string,
  language: string,
): Standings {
  const { observations, indicators } = doc;
  const standings = standingsOf(observations, parts, key, indicators[key]);
  const compare = nameOrder(language);
  const byName = (a: { area: string }, b: { area: string }) =>
    compare(nameOf(a.area), nameOf(b.area));
  return {
    ...standings,
    rows: [...standings.rows].sort((a, b) => a.rank - b.rank || byName(a, b)),
    apart: [...standings.apart].sort(byName),
  };
}

/** The words of each figure, by key, to find what an update changes. */
export function figuresIn({ goals, highlights }: TrackerModel, w: Wording): Map<string, string> {
  const wordsByKey = new Map<string, string>();
  for (const { key, title, observation, indicator } of [...goals, ...highlights]) {
    const figure = observation ? figureText(observation, indicator, w) : w.t('missingInText');
    wordsByKey.set(key, w.t('itemFigure', { title, figure }));
  }
  return wordsByKey;
}

/** How many figures an announcement names. */
const NAMED = 2;

/** One sentence about the changes of an update; undefined where the words are the same. */
export function announcement(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  { t }: Wording,
): { readonly text: string; readonly keys: readonly string[] } | undefined {
  const keys = [...after.keys()].filter((key) => before.get(key) !== after.get(key));
  if (keys.length === 0) return undefined;
  const items = keys.slice(0, NAMED).map((key) => after.get(key) ?? '');
  const more = keys.length - items.length;
  const text = more
    ? t('announcedMore', { items: items.join('; '), n: more })
    : t('announced', { items: items.join('; ') });
  return { text, keys };
}

/** The goals that have a history to draw, or figures of the areas that take part. */
export function goalsOffered(
  { observations }: Campaign,
  { goals, parts, area }: TrackerModel,
): GoalModel[] {
  const ofParts = new Set(
    observations
      .filter((o) => o.area !== area && parts.indexOf(o.area) >= 0)
      .map(({ indicator }) => indicator),
  );
  return goals.filter(
    ({ key, figure }) => ofParts.has(key) || figure.trail.filter((o) => !isMissing(o)).length > 1,
  );
}

/** The goals with their targets, the highlights, and each area's part in them. */
export function campaignFigures(doc: Campaign, wanted: string | undefined): Observation[] {
  const { observations } = doc;
  const area = areaShown(doc, wanted);
  const results = doc.goals.flatMap(({ indicator, target }): Observation[] => {
    const history = historyOf(observations, area, indicator);
    const newestFirst =
      history.length > 0 ? [...history].reverse() : [missingObservation(area, indicator)];
    return newestFirst.map((o) => ({ ...o, target: o.target ?? target }));
  });
  const goals = new Set(doc.goals.map(({ indicator }) => indicator));
  const others = observations.filter((o) => o.area !== area || !goals.has(o.indicator));
  return [...results, ...others];
}
