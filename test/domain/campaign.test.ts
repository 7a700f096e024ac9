import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { vietnamDay } from '../../src/domain/calendar.js';
import {
  campaignState,
  dayOf,
  daysLeft,
  timeShare,
  type CampaignState,
} from '../../src/domain/campaign.js';

/** Bình Phước's "92 ngày đêm". */
const SPAN = { start: '2022-06-01', end: '2022-08-31' };
const ZONES = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Auckland'];

/** Instants by the clock on a wall in Viet Nam, and what the campaign is then. */
const MOMENTS: [clock: string, state: CampaignState][] = [
  ['2022-05-29T12:00', { state: 'upcoming', total: 92, daysUntil: 3 }],
  ['2022-05-31T00:00', { state: 'upcoming', total: 92, daysUntil: 1 }],
  ['2022-05-31T23:59', { state: 'upcoming', total: 92, daysUntil: 1 }],
  ['2022-06-01T00:00', { state: 'running', total: 92, day: 1, daysLeft: 91 }],
  ['2022-06-01T23:59', { state: 'running', total: 92, day: 1, daysLeft: 91 }],
  ['2022-07-07T00:00', { state: 'running', total: 92, day: 37, daysLeft: 55 }],
  ['2022-07-07T23:59', { state: 'running', total: 92, day: 37, daysLeft: 55 }],
  ['2022-08-30T23:59', { state: 'running', total: 92, day: 91, daysLeft: 1 }],
  ['2022-08-31T00:00', { state: 'running', total: 92, day: 92, daysLeft: 0 }],
  ['2022-08-31T23:59', { state: 'running', total: 92, day: 92, daysLeft: 0 }],
  ['2022-09-01T00:00', { state: 'ended', total: 92 }],
  ['2026-11-22T08:00', { state: 'ended', total: 92 }],
];

describe('where a campaign stands', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  for (const own of ZONES)
    for (const [clock, state] of MOMENTS)
      it(`at ${clock} in Viet Nam, read in ${own}: ${state.state}`, () => {
        process.env['TZ'] = own;
        const now = new Date(`${clock}:00+07:00`);
        assert.deepEqual(campaignState(SPAN, vietnamDay(now.getTime())), state);
      });

  it('is the same when the reader’s own clock says another day', () => {
    process.env['TZ'] = 'Pacific/Auckland';
    // In Auckland it is already 1/9, in Viet Nam still the last day.
    const now = new Date('2022-08-31T20:00:00+07:00');
    assert.equal(now.getDate(), 1);
    assert.deepEqual(campaignState(SPAN, vietnamDay(now.getTime())), {
      state: 'running',
      total: 92,
      day: 92,
      daysLeft: 0,
    });
  });

  it('of one day is its first and its last', () => {
    const day = { start: '2022-06-01', end: '2022-06-01' };
    assert.deepEqual(campaignState(day, '2022-06-01'), {
      state: 'running',
      total: 1,
      day: 1,
      daysLeft: 0,
    });
  });

  for (const [what, span] of [
    ['a day that no calendar has', { start: '2022-02-30', end: '2022-08-31' }],
    ['an end before the start', { start: '2022-06-01', end: '2022-05-31' }],
  ] as const)
    it(`with ${what} is unknown`, () => {
      assert.deepEqual(campaignState(span, '2022-06-01'), { state: 'unknown' });
    });

  it('counts days with their first and last', () => {
    assert.equal(dayOf('2022-06-01', '2022-08-31'), 92);
    assert.equal(daysLeft('2022-08-31', '2022-07-07'), 55);
  });

  for (const [day, share] of [
    ['2022-05-31', 0],
    ['2022-06-01', 1 / 92],
    ['2022-08-31', 1],
    ['2022-09-01', 1],
  ] as const)
    it(`has ${share} of its time behind it on ${day}`, () => {
      assert.equal(timeShare(campaignState(SPAN, day)), share);
    });
});
