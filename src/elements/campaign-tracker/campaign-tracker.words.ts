/** The sentences of the tracker: its state, a goal's verdict, the summary of all goals. */
import { formatAt, formatDay } from '../../i18n/dates.js';
import type { Campaign } from '../../api/campaign.js';
import { isPercentage } from '../../domain/observations.js';
import type { CampaignState } from '../../domain/campaign.js';
import type { GoalVerdict } from '../../domain/pace.js';
import { valueText, type Wording } from '../../i18n/figures.js';
import { formatNumber } from '../../i18n/numbers.js';
import { textOf } from '../../i18n/texts.js';
import type { TextKey } from '../../i18n/vi.js';
import type { GoalModel, TrackerModel } from './campaign-tracker.model.js';

/** A campaign's state in words: the large text, and the text beside it. */
export interface StateWords {
  readonly main: string;
  readonly more: string;
}

/** "Ngày 37/92" and "Còn 55 ngày"; "Còn 3 ngày nữa bắt đầu"; "Đã kết thúc". */
export function stateWords(state: CampaignState, { t }: Wording): StateWords {
  switch (state.state) {
    case 'upcoming':
      return { main: t('campaignUpcoming', { n: state.daysUntil }), more: '' };
    case 'running': {
      const { day, daysLeft, total } = state;
      const more = daysLeft === 0 ? t('campaignLastDay') : t('campaignDaysLeft', { n: daysLeft });
      return { main: t('campaignDay', { n: day, total }), more };
    }
    case 'ended':
      return { main: t('campaignEnded'), more: '' };
    default:
      return { main: '', more: '' };
  }
}

/** "từ 01/6/2022 đến 31/8/2022 (92 ngày)". */
export function spanWords(
  span: { readonly start: string; readonly end: string },
  state: CampaignState,
  { t, language }: Wording,
): string {
  const days = t('campaignSpan', {
    start: formatDay(span.start, language),
    end: formatDay(span.end, language),
  });
  return state.state === 'unknown' ? days : `${days} (${t('campaignTotal', { n: state.total })})`;
}

/** "Chiến dịch mẫu, Đà Nẵng": the campaign, and the area whose figures are shown. */
export function nameWords(
  { name }: Campaign,
  { areaName: area }: TrackerModel,
  { t, language }: Wording,
): string {
  const title = textOf(name, language);
  return area ? t('titleWithArea', { title, area }) : title;
}

export type Tone = 'good' | 'warn' | 'bad' | 'plain';

/** A verdict in words, with the sign and the colour that go with it. */
export interface VerdictWords {
  readonly text: string;
  readonly sign: string;
  readonly tone: Tone;
}

/** Points behind the plan from which a goal is far behind. */
const FAR = 10;

/** The verdict of a goal in words. */
export function verdictWords(goal: GoalModel, w: Wording): VerdictWords {
  const { verdict, lag } = goal.result;
  const { t } = w;
  const n = distanceWords(goal, w);
  const lower = goal.indicator?.better === 'lower';
  const say = (key: TextKey, alone: TextKey) => (n ? t(key, { n }) : t(alone));
  switch (verdict) {
    case 'met':
    case 'exceeded':
      return { text: t(verdict), sign: '●', tone: 'good' };
    case 'ahead':
      return { text: say('paceAhead', 'paceAheadAlone'), sign: '●', tone: 'good' };
    case 'onTrack':
      return { text: t('paceOnTrack'), sign: '●', tone: 'good' };
    case 'behind': {
      const far = (lag ?? 0) > FAR;
      const text = say('paceBehind', 'paceBehindAlone');
      return { text, sign: far ? '■' : '◆', tone: far ? 'bad' : 'warn' };
    }
    case 'short': {
      const none = lower && n && goal.result.target === 0;
      const text = none
        ? t('goalLeft', { n })
        : lower
          ? say('goalShortHigh', 'goalShortHighAlone')
          : say('goalShortLow', 'goalShortLowAlone');
      return { text, sign: '', tone: 'plain' };
    }
    case 'missed':
      return {
        text: say(lower ? 'goalMissedHigh' : 'goalMissedLow', 'under'),
        sign: '◆',
        tone: 'warn',
      };
    default:
      return { text: '', sign: '', tone: 'plain' };
  }
}

/** "6 điểm phần trăm", "3 hồ sơ"; empty where the distance is not known or not worth a word. */
function distanceWords({ result, indicator }: GoalModel, w: Wording): string {
  const { distance, unit } = result;
  if (distance === undefined) return '';
  // The missing count is rounded, because the plan of a count is seldom a whole number.
  if (unit === 'count')
    return valueText(distance < 1 ? distance : Math.round(distance), indicator, w);
  const rounded = Math.round(distance * 10) / 10;
  return rounded ? w.t('points', { n: formatNumber(rounded, w.language) }) : '';
}

/** "kế hoạch 58,3%"; with its date where that is not the date of the whole: `common`. */
export function planWords(
  { result, observation, indicator }: GoalModel,
  common: string | undefined,
  w: Wording,
): string {
  const { plan } = result;
  if (plan === undefined) return '';
  // The plan of a count is rounded down: 64.603,3 people are 64.603.
  const step = isPercentage(indicator) ? 10 : 1;
  const n = valueText(Math.round(plan * step) / step, indicator, w);
  const at = observation?.at;
  if (!at || at === common) return w.t('planNow', { n });
  return w.t('planOn', { n, date: formatAt(at, w.language) });
}

/** "còn thiếu 39.269 lượt; còn 32 ngày, cần 1.240 lượt mỗi ngày (đang 980)". */
export function paceWords({ pace, indicator, result }: GoalModel, w: Wording): string {
  if (!pace) return '';
  const words = w.t('paceNeeded', {
    days: pace.days,
    n: valueText(pace.needed, indicator, w),
    now: formatNumber(pace.now, w.language),
  });
  // The verdict of a goal without a plan line already says what is missing.
  if (result.verdict === 'short') return words;
  return `${w.t('goalLacks', { n: valueText(pace.missing, indicator, w) })}; ${words}`;
}

/** The words of the summary for each verdict, in this order. */
const GROUPS: readonly (readonly [key: TextKey, verdicts: readonly GoalVerdict[]])[] = [
  ['summaryMet', ['met', 'exceeded']],
  ['summaryOnTrack', ['ahead', 'onTrack']],
  ['summaryBehind', ['behind']],
  ['summaryMissed', ['missed']],
  ['summaryOpen', ['short', 'open']],
  ['summaryMissing', ['missing']],
];

/** "5 chỉ tiêu: 1 đạt hoặc vượt chỉ tiêu, 2 chậm tiến độ, 1 chưa có số liệu". */
export function summaryWords({ goals }: TrackerModel, { t }: Wording): string {
  const n = goals.length;
  if (n === 0) return '';
  const count = (verdicts: readonly GoalVerdict[]) =>
    goals.filter(({ result }) => verdicts.indexOf(result.verdict) >= 0).length;
  if (count(['missing']) === n) return t('summaryNone', { n });
  const parts = GROUPS.map(([key, verdicts]) => [key, count(verdicts)] as const)
    .filter(([, some]) => some > 0)
    .map(([key, some]) => t(key, { n: some }));
  return t('summary', { n, parts: parts.join(', ') });
}

/** From this daily pace on, decimals are left out. */
const WHOLE = 10;

/**
 * "Nếu giữ tốc độ bình quân từ ngày 01/6/2022 đến ngày 20/6/2022 (980 lượt mỗi ngày), đạt chỉ tiêu vào khoảng
 * ngày 12/8/2022 …": the method always stands beside the date.
 */
export function arrivalWords({ arrival, indicator }: GoalModel, w: Wording): string {
  if (!arrival) return '';
  const { from, to, perDay, day, late } = arrival;
  const { language } = w;
  const pace = perDay < WHOLE ? Number(perDay.toPrecision(2)) : Math.round(perDay);
  const n = isPercentage(indicator)
    ? w.t('points', { n: formatNumber(pace, language) })
    : valueText(pace, indicator, w);
  const [start, end, date] = [from, to, day].map((one) => formatDay(one, language));
  const values = { start: start ?? '', end: end ?? '', date: date ?? '', n, days: late };
  return w.t(late > 0 ? 'arrivalLate' : 'arrivalInTime', values);
}
