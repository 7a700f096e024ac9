import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeParse } from 'valibot';
import { DataError, type DataErrorDetails, type DataErrorKind } from '../../src/api/errors.js';
import { faultOf, memberPath } from '../../src/api/faults.js';
import { AreaSchema, ObservationSchema } from '../../src/api/figures.js';
import { TeamSchema } from '../../src/api/teams.js';
import type { Schema } from '../../src/api/document-kinds.js';

const good = { area: 'vn', indicator: 'teams', at: '2022-08', value: 45895 };
const fault = (schema: Schema, value: unknown, prefix: string): string => {
  const checked = safeParse(schema, value);
  assert.ok(!checked.success, `${JSON.stringify(value)} is wrong`);
  const { path, reason } = faultOf(checked.issues[0], prefix);
  return `${path}: ${reason}`;
};

const WRONG: [line: string, change: object][] = [
  ['observations[3].value: a number or null, not "15.000"', { value: '15.000' }],
  ['observations[3].value: a number or null, not true', { value: true }],
  ['observations[3].area: an area id such as "44@2025", not "44"', { area: '44' }],
  ['observations[3].area: a text, not 44', { area: 44 }],
  ['observations[3].indicator: a text that is not empty, not ""', { indicator: '' }],
  [
    'observations[3].at: an ISO 8601 date such as "2023-09" or "2023-01/2023-06", not "9/2023"',
    { at: '9/2023' },
  ],
  [
    'observations[3].at: an ISO 8601 date such as "2023-09" or "2023-01/2023-06", not "2023-13"',
    { at: '2023-13' },
  ],
  ['observations[3].range: a range such as [5, 10] or [10, null], not "5-10"', { range: '5-10' }],
  ['observations[3].range[0]: a number, not "5"', { range: ['5', 10] }],
  ['observations[3].range[1]: missing: a number', { range: [5] }],
  ['observations[3].approx: ">", "<" or "~", not "hơn"', { approx: 'hơn' }],
  [
    'observations[3].corrected.at: a day such as "2022-06-01", not "2022"',
    { corrected: { at: '2022', was: 1 } },
  ],
];
for (const [line, change] of WRONG)
  test(line, () => {
    assert.equal(fault(ObservationSchema, { ...good, ...change }, 'observations[3]'), line);
  });

test('a member that is not there is called missing, by its place', () => {
  const { indicator, at, value } = good;
  const without = { indicator, at, value };
  assert.match(
    fault(ObservationSchema, without, 'observations[3]'),
    /^observations\[3\]\.area: missing\b/,
  );
  assert.match(
    fault(ObservationSchema, { ...good, change: {} }, 'observations[3]'),
    /^observations\[3\]\.change\.value: missing\b/,
  );
});

test('what is missing is named by its place', () => {
  assert.equal(
    fault(ObservationSchema, { ...good, change: {} }, 'observations[3]'),
    'observations[3].change.value: missing',
  );
});

test('an item that is no object is named by its place', () => {
  assert.equal(
    fault(ObservationSchema, 'x', 'observations[0]'),
    'observations[0]: an object, not "x"',
  );
  assert.equal(
    fault(ObservationSchema, null, 'observations[0]'),
    'observations[0]: an object, not null',
  );
});

test('a key that is no identifier is written in brackets', () => {
  assert.equal(memberPath('areas', 'vn'), 'areas.vn');
  assert.equal(memberPath('areas', '45@2008'), 'areas["45@2008"]');
  assert.equal(memberPath('', 'observations'), 'observations');
  assert.equal(
    fault(AreaSchema, { name: 'Quảng Trị', next: ['44'] }, memberPath('areas', '45@2008')),
    'areas["45@2008"].next[0]: an area id such as "44@2025", not "44"',
  );
});

test('a long value is cut, so that a fault stays one line', () => {
  const line = fault(ObservationSchema, { ...good, value: 'x'.repeat(500) }, 'observations[0]');
  assert.ok(line.length < 120, line);
  assert.match(line, /…$/);
});

test('a level of a team is one of two', () => {
  assert.equal(
    fault(TeamSchema, { id: '1', name: 'Tổ 1', level: 'district', area: '1@2008' }, 'teams[0]'),
    'teams[0].level: "commune" or "hamlet", not "district"',
  );
});

test('an error says what was asked, where and why', () => {
  const error = new DataError('shape', 'a list, not 3', { url: 'https://a.test/x', path: 'teams' });
  assert.equal(error.message, '[GET] "https://a.test/x": teams: a list, not 3');
  assert.equal(new DataError('network', 'Failed to fetch').message, 'Failed to fetch');
});

const PASSING: [kind: DataErrorKind, details: DataErrorDetails, passing: boolean][] = [
  ['network', {}, true],
  ['timeout', {}, true],
  ['http', { status: 408 }, true],
  ['http', { status: 429 }, true],
  ['http', { status: 500 }, true],
  ['http', { status: 503 }, true],
  ['http', { status: 400 }, false],
  ['http', { status: 401 }, false],
  ['http', { status: 404 }, false],
  ['http', { status: 410 }, false],
  ['format', {}, false],
  ['shape', {}, false],
  ['version', {}, false],
  ['config', {}, false],
];
for (const [kind, details, passing] of PASSING)
  test(`${kind} ${details.status ?? ''} ${passing ? 'passes' : 'does not pass'} by itself`, () => {
    assert.equal(new DataError(kind, 'x', details).passing, passing);
  });
