/**
 * The state of a campaign on a day: not begun, on its nth day, or over. Days are those of Viet Nam
 * (`YYYY-MM-DD`, see calendar.ts). The first and the last day both count: 1/6 to 31/8 is 92 days.
 */
import { dayNumber, daysBetween, daysInclusive, isValidDay } from './calendar.js';

export interface Span {
  readonly start: string;
  readonly end: string;
}

export type CampaignState =
  | { readonly state: 'upcoming'; readonly total: number; readonly daysUntil: number }
  | {
      readonly state: 'running';
      readonly total: number;
      /** 1 on the first day. */
      readonly day: number;
      /** Days after this one: 0 on the last day. */
      readonly daysLeft: number;
    }
  | { readonly state: 'ended'; readonly total: number }
  /** The dates do not exist, or the end is before the start. */
  | { readonly state: 'unknown' };

/** The state of a campaign on a day in Viet Nam. */
export function campaignState({ start, end }: Span, today: string): CampaignState {
  if (!isValidDay(start) || !isValidDay(end) || end < start) return { state: 'unknown' };
  const total = daysInclusive(start, end);
  if (today < start) return { state: 'upcoming', total, daysUntil: daysBetween(today, start) };
  if (today > end) return { state: 'ended', total };
  return { state: 'running', total, day: dayOf(start, today), daysLeft: daysLeft(end, today) };
}

/** Which day of a campaign a day is: 1 on its first day. */
export const dayOf = (start: string, today: string): number => dayNumber(start, today);

/** How many days of a campaign come after a day: 0 on its last. */
export const daysLeft = (end: string, today: string): number => daysBetween(today, end);

/** The share of the campaign's time that is over at the end of a day, from 0 to 1. */
export function timeShare(state: CampaignState): number {
  if (state.state === 'running') return state.day / state.total;
  return state.state === 'ended' ? 1 : 0;
}
