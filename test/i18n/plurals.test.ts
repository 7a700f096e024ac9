/** English sentences that hold a number stay right when it is one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from '../../src/i18n/en.js';
import { enCampaign } from '../../src/i18n/en.campaign.js';
import { enRoster } from '../../src/i18n/en.roster.js';
import { enTrend } from '../../src/i18n/en.trend.js';

/** Right with one, too: there is never one, or a form for one stands beside. */
const NEVER_ONE = [
  'rankingAll', // a list that is cut
  'showAll',
  'rankingScope', // among some of many
  'rosterCounted', // some of the teams
  'rosterLoadedOf',
  'rosterMany', // a list that is cut
  'tableCut',
  'rosterMembers', // rosterMembersOne
  'rosterTeams', // rosterTeam
];

describe('English with one', () => {
  for (const [key, text] of Object.entries({ ...en, ...enCampaign, ...enRoster, ...enTrend }))
    if (typeof text === 'string' && !NEVER_ONE.includes(key))
      it(`${key} does not say "1 areas"`, () => {
        assert.doesNotMatch(
          text,
          /\{(n|total)\} (more )?(areas|goals|teams|members|places|provinces|days|rows|figures|dates|units|results|points)\b/,
        );
      });
});
