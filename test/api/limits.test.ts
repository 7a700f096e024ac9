import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaignSchemas, figuresSchemas } from '../../src/api/all-document-kinds.js';
import { figuresShape } from '../../src/api/document-shapes.js';
import { campaignShape } from '../../src/api/campaign-shape.js';
import {
  LONGEST_TEXT,
  MOST_CLASSES,
  MOST_ITEMS,
  MOST_OBSERVATIONS,
  MOST_RECORDS,
  MOST_WORDS,
} from '../../src/api/limits.js';
import { readDocument } from '../../src/api/read-document.js';
import { readAreas, readTeam, loadRosterReader } from '../../src/api/roster-document.js';
import type { Fault } from '../../src/api/faults.js';
import { faultsOfDocument, type Finding } from '../../src/cli/check-document.js';
import { classesOf } from '../../src/domain/classes.js';
import { wordsOf } from '../../src/parts/base/word-list.js';

const MEGABYTE = 'Đ'.repeat(1_000_000);
const figures = (more: object): object => ({ version: '1', area: 'vn', observations: [], ...more });

test('a name of a megabyte is cut, and said', async () => {
  const { document, faults } = await figuresShape.read(
    figures({
      indicators: { teams: { name: MEGABYTE } },
      areas: { vn: { name: { vi: MEGABYTE } } },
    }),
  );
  const { name } = document.indicators['teams']!;
  assert.equal((name as string).length, LONGEST_TEXT - 1);
  assert.ok((name as string).endsWith('…'));
  assert.deepEqual(
    faults.map(({ path }) => path),
    ['areas.vn.name.vi', 'indicators.teams.name'],
  );
});

test('an address of a megabyte is left out, and its source stays', () => {
  const { document } = readDocument(
    figuresSchemas,
    figures({ sources: { a: { title: 'Báo', url: `https://a.vn/${MEGABYTE}` } } }),
  );
  assert.equal(document.sources['a']?.title, 'Báo');
  assert.equal(document.sources['a']?.url, undefined);
});

test('of 20,000 goals the first five hundred are read, and said once', async () => {
  const goals = Array.from({ length: 20_000 }, () => ({ indicator: 'teams', target: 5 }));
  const raw = { version: '1', id: 'a', name: 'A', start: '2022-06-01', end: '2022-08-31', goals };
  const { document, faults } = await campaignShape.read(raw);
  assert.equal(document.goals.length, MOST_ITEMS);
  assert.deepEqual(
    faults.map(({ path }) => path),
    ['goals'],
  );
  const findings: Finding[] = [];
  faultsOfDocument(raw, 'campaigns/a.json', findings);
  assert.ok(findings.some(({ path, reason }) => path === 'goals' && /limit/.test(reason)));
  assert.equal(readDocument(campaignSchemas, raw).document.goals.length, MOST_ITEMS);
});

test('100,000 figures and 50,000 areas are read within the time of a blink, one wrong one among them', () => {
  const areas = Object.fromEntries(
    Array.from({ length: MOST_RECORDS }, (_, i) => [
      `x${i}@2025`,
      { name: `Xã ${i}`, parent: 'vn' },
    ]),
  );
  const observations = Array.from({ length: MOST_OBSERVATIONS }, (_, i) => ({
    area: `x${i % MOST_RECORDS}@2025`,
    indicator: 'teams',
    at: '2026',
    value: i === 7 ? 'x' : i,
  }));
  // Of the processor, because others may use it meanwhile.
  const began = process.cpuUsage();
  const { document, faults } = readDocument(figuresSchemas, figures({ areas, observations }));
  const { user, system } = process.cpuUsage(began);
  assert.ok(user + system < 3_000_000, `${user + system} µs`);
  assert.equal(document.observations.length, MOST_OBSERVATIONS - 1);
  assert.equal(faults.length, 1);
  const more = readDocument(
    figuresSchemas,
    figures({ observations: [...observations, ...observations] }),
  );
  assert.ok(more.document.observations.length <= MOST_OBSERVATIONS);
});

test('teams of a roster are within the limits, too', async () => {
  await loadRosterReader();
  const faults: Fault[] = [];
  const team = {
    id: 'a',
    name: MEGABYTE,
    level: 'hamlet',
    area: 'vn',
    people: Array(20_000).fill({ role: 'member' }),
  };
  const read = readTeam([team], 0, (fault) => faults.push(fault));
  assert.ok(typeof read === 'object');
  assert.equal((read.name as string).length, LONGEST_TEXT - 1);
  assert.equal(read.people?.length, MOST_ITEMS);
  assert.equal(faults.length, 2);
  const areas = readAreas({ rawAreas: { vn: { name: MEGABYTE } } } as never, () => undefined);
  assert.equal((areas['vn']?.name as string).length, LONGEST_TEXT - 1);
});

test('5,000 breaks of a map make twelve classes, and 3,000 words of an attribute are fifty', () => {
  const breaks = Array.from({ length: 5000 }, (_, i) => i);
  assert.equal(classesOf([1, 2, 5000], { scale: 'threshold', breaks }).length, MOST_CLASSES);
  assert.equal(wordsOf('teams '.repeat(3000)).length, MOST_WORDS);
});

test('controls that would turn round the text beside a name are taken out, everywhere, and said', async () => {
  const name = '\u202eiàN gnằĐ\u2066 \u0001x';
  const raw = {
    version: '1',
    area: 'vn',
    areas: { vn: { name: { vi: name } } },
    indicators: { teams: { name, unit: name, definition: name } },
    sources: { a: { title: name, publisher: name } },
    observations: [{ area: 'vn', indicator: 'teams', value: 5, note: name, source: 'a' }],
  };
  const { document, faults } = await figuresShape.read(raw);

  assert.doesNotMatch(JSON.stringify(document), /[\u0001\u202e\u2066]|\\u0001/);
  assert.equal(
    document.areas['vn']?.name && (document.areas['vn'].name as { vi: string }).vi,
    'iàN gnằĐ x',
  );
  assert.equal(faults.length, 7);
});
