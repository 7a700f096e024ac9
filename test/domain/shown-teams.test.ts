import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ShownTeams } from '../../src/elements/team-roster/team-roster.shown.ts';

const list = (length: number, isFilling: boolean) => ({ isFilling, roster: { teams: { length } } });

describe('how many teams a list shows while its pages come', () => {
  test('45.895 teams in 23 pages are shown four times, the last time all of them', () => {
    const shown = new ShownTeams();
    const feed = list(2000, true);
    const counts = new Set<number>();
    for (let page = 1; page <= 23; page++) {
      feed.roster.teams.length = Math.min(45_895, page * 2000);
      counts.add(shown.count(feed, false));
    }
    feed.isFilling = false;
    counts.add(shown.count(feed, false));
    assert.deepEqual([...counts], [2000, 6000, 18_000, 45_895]);
  });

  test('all that is loaded, where it is for paper, the last page, or another list', () => {
    const shown = new ShownTeams();
    const feed = list(2000, true);
    assert.equal(shown.count(feed, false), 2000);
    feed.roster.teams.length = 3000;
    assert.equal(shown.count(feed, false), 2000);
    assert.equal(shown.count(feed, true), 3000);
    feed.roster.teams.length = 3500;
    assert.equal(shown.count(feed, false), 3000);
    assert.equal(shown.count(list(10, true), false), 10);
    feed.isFilling = false;
    assert.equal(shown.count(feed, false), 3500);
  });

  test('pages that a reader scrolls to are shown one by one', () => {
    const shown = new ShownTeams();
    const feed = list(2000, false);
    assert.equal(shown.count(feed, false), 2000);
    feed.roster.teams.length = 2500;
    assert.equal(shown.count(feed, false), 2500);
  });
});
