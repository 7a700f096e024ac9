/** What is drawn of any numbers at all: the work ends, and every number of it is finite. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/property.js';
import { burnUp } from '../../src/domain/burn-up.js';
import { classesOf, classIndex, type Scale } from '../../src/domain/classes.js';
import { drawable } from '../../src/domain/drawable.js';
import { extentOf } from '../../src/domain/extent.js';
import { sparkline } from '../../src/domain/sparkline.js';

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(
    0,
    -0,
    5e-324,
    1e-300,
    1e16,
    1e16 + 2,
    2 ** 53,
    1e308,
    -1e308,
    Number.MAX_VALUE,
    100,
    99.99999,
  ),
  fc.integer(),
);
const scale = fc.constantFrom<Scale>('threshold', 'quantile', 'category');

test('classes of any values are few, in order, and hold every value', () => {
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 1, maxLength: 40 }),
      scale,
      fc.boolean(),
      (values, kind, percentage) => {
        const classes = classesOf(values, { scale: kind, percentage });
        assert.ok(classes.length >= 1 && classes.length <= 6, `${classes.length} classes`);
        for (const { from = 0, to = 0, only = 0 } of classes)
          for (const n of [from, to, only]) assert.ok(Number.isFinite(n), `${from} ${to} ${only}`);
        for (const value of values)
          assert.ok(classIndex(classes, value) >= 0, `${value} has no class`);
      },
    ),
    { numRuns: 3000 },
  );
});

test('the ends of two hundred thousand numbers are found', () => {
  assert.deepEqual(extentOf(Array.from({ length: 200_000 }, (_, i) => i)), [0, 199_999]);
});

test('what no axis can hold is no point, and what is too small is 0', () => {
  for (const value of [1e308, -1e308, 1e101]) assert.equal(drawable(value), null);
  for (const value of [5e-324, 1e-300, -1e-200]) assert.equal(drawable(value), 0);
  assert.equal(drawable(45_895), 45_895);
  assert.equal(drawable(null), null);
});

test('lines of any values have finite places', () => {
  const observation = fc.record({
    area: fc.constant('vn'),
    indicator: fc.constant('teams'),
    at: fc.constantFrom('2022', '2922', '0000', '9999-12-31', '2022-08'),
    value: number,
  });
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 12 }), number, (history, target) => {
      for (const { x, y } of sparkline(history).flat())
        assert.ok(Number.isFinite(x) && Number.isFinite(y), `${x} ${y}`);
      const drawn = burnUp(
        { indicator: 'teams', target, pace: 'linear' },
        { start: '2022-06-01', end: '2022-08-31' },
        history,
        undefined,
      );
      for (const { value, end } of [...(drawn?.points ?? []), ...(drawn?.plan ?? [])])
        assert.ok(
          (value === null || Math.abs(value) <= 1e100) && Number.isFinite(end),
          `${value} ${end}`,
        );
    }),
    { numRuns: 1000 },
  );
});
