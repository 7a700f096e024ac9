/** The burn-up chart of a goal: its results, the plan line and the target. No forecast. */
import type { Campaign } from '../../api/campaign.js';
import type { Observation } from '../../api/figures.js';
import { burnUp } from '../../domain/burn-up.js';
import { parseAt, periodEnd } from '../../domain/calendar.js';
import { axisUnit } from '../../i18n/axis-unit.js';
import { formatAt } from '../../i18n/dates.js';
import { historyOf } from '../../domain/observations.js';
import { figureText, markedFigureText, valueText, type Wording } from '../../i18n/figures.js';
import { textOf } from '../../i18n/texts.js';
import type { ChartMark, ChartPlan, LineChartModel } from '../../parts/chart/chart.js';
import type { GoalModel } from './campaign-tracker.model.js';

/** What the chart of a goal shows; `undefined` where there is no history to draw. */
export function burnUpModel(
  doc: Campaign,
  area: string,
  { key, title, goal, indicator }: GoalModel,
  w: Wording,
): LineChartModel | undefined {
  const history = historyOf(doc.observations, area, key);
  const course = burnUp(goal, doc, history, indicator);
  if (!course) return undefined;
  const byDate = new Map(history.map((o): [string, Observation] => [o.at ?? '', o]));
  const points = course.points.map(({ at, end, value, estimated }) => {
    const o = byDate.get(at);
    const text = o ? markedFigureText(o, indicator, w) : w.t('missingInText');
    const short = o && value !== null ? figureText(o, indicator, w, false) : '';
    return { at: formatAt(at, w.language), end, value, estimated, text, short };
  });
  const target = [course.from, course.to].map((end) => ({ end, value: course.target }));
  const plans: ChartPlan[] = [
    { name: `${w.t('targetLine')} ${valueText(course.target, indicator, w)}`, points: target },
  ];
  if (course.plan.length > 0) plans.unshift({ name: w.t('planLine'), points: course.plan });
  return {
    title,
    series: [{ name: title, points }],
    plans,
    annotations: marksOf(doc, w),
    finest: 'day',
    axisText: (value) => figureText({ area: 'vn', indicator: key, value }, indicator, w, false),
    unit: axisUnit(indicator, w),
    fromZero: points.every(({ value }) => value === null || value >= 0),
  };
}

/** The milestones between the start and the end, which the axis shows anyway. */
function marksOf({ milestones, start, end }: Campaign, { language }: Wording): ChartMark[] {
  return milestones.flatMap(({ at, title }) => {
    const day = parseAt(at)?.lastDay;
    if (!day || day <= start || day >= end) return [];
    return [{ end: periodEnd(at), at: formatAt(at, language), text: textOf(title, language) }];
  });
}
