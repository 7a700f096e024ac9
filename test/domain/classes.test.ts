import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/property.js';
import {
  classesOf,
  classIndex,
  type ClassOptions,
  type ColourClass,
} from '../../src/domain/classes.js';

const THRESHOLD: ClassOptions = { scale: 'threshold' };
const PERCENT: ClassOptions = { scale: 'threshold', percentage: true };

/** "<40 40–60 60–80 80–100 =100" */
function said(classes: readonly ColourClass[]): string {
  return classes
    .map(({ from, to, only }) => {
      if (only !== undefined) return `=${only}`;
      return from === undefined ? `<${to}` : to === undefined ? `${from}–` : `${from}–${to}`;
    })
    .join(' ');
}

const holds = ({ from = -Infinity, to = Infinity, only }: ColourClass, value: number): boolean =>
  only === undefined ? value >= from && value < to : value === only;

test('percentages have the classes that read the same on every map', () => {
  assert.equal(said(classesOf([12, 45, 70, 99.9, 100], PERCENT)), '<40 40–60 60–80 80–100 =100');
  assert.equal(said(classesOf([98, 99], PERCENT)), '<40 40–60 60–80 80–100 =100');
});

test('all of it is a class of its own: 99,99 % is not 100 %', () => {
  const classes = classesOf([10, 99.99, 100], PERCENT);
  assert.deepEqual(
    [0, 39.9, 40, 59.9, 60, 80, 99.99, 100].map((value) => classIndex(classes, value)),
    [0, 0, 1, 1, 2, 3, 3, 4],
  );
});

test('percentages above 100 get classes that hold them', () => {
  const values = [20, 90, 130, 180];
  const classes = classesOf(values, PERCENT);
  for (const value of values) assert.ok(classIndex(classes, value) >= 0, String(value));
});

const ROUND: [values: number[], expected: string][] = [
  [[3, 100, 250, 480], '<100 100–200 200–300 300–400 400–'],
  [[1200, 2600, 4100, 9900], '<2000 2000–4000 4000–6000 6000–8000 8000–'],
  [[45, 46, 61, 83], '<50 50–60 60–70 70–80 80–'],
];
for (const [values, expected] of ROUND)
  test(`${values.join(', ')} lie between round numbers: ${expected}`, () => {
    assert.equal(said(classesOf(values, THRESHOLD)), expected);
  });

test('a page chooses where classes begin', () => {
  const classes = classesOf([5, 15, 25, 95], { scale: 'threshold', breaks: [10, 20] });
  assert.equal(said(classes), '<10 10–20 20–');
  assert.deepEqual(
    [5, 10, 15, 20, 95].map((value) => classIndex(classes, value)),
    [0, 1, 1, 2, 2],
  );
  const percent = classesOf([5, 100], { ...PERCENT, breaks: [50, 100] });
  assert.equal(said(percent), '<50 50–100 =100');
});

test('a handful of values is told apart value by value', () => {
  assert.equal(said(classesOf([7], THRESHOLD)), '=7');
  assert.equal(said(classesOf([7, 3, 7], THRESHOLD)), '=3 =7');
  assert.equal(said(classesOf([0, 0, 1], THRESHOLD)), '=0 =1');
  assert.equal(said(classesOf([100, 100], PERCENT)), '=100');
});

test('zero is a value like any other, and has a class', () => {
  for (const options of [THRESHOLD, PERCENT, { scale: 'quantile' }] as ClassOptions[])
    assert.equal(classIndex(classesOf([0, 10, 20, 55, 80], options), 0), 0, options.scale);
});

test('where there are no values there are no classes', () => {
  for (const scale of ['threshold', 'quantile', 'category'] as const)
    assert.deepEqual(classesOf([], { scale }), []);
  assert.equal(classIndex([], 5), -1);
});

test('categories: a class for each value, the last for all that are left', () => {
  const five = classesOf([5, 1, 4, 2, 3, 1], { scale: 'category' });
  assert.equal(said(five), '=1 =2 =3 =4 =5');
  const seven = classesOf([1, 2, 3, 4, 5, 6, 7], { scale: 'category' });
  assert.equal(said(seven), '=1 =2 =3 =4 5–');
  assert.deepEqual(
    [1, 4, 5, 6, 7].map((value) => classIndex(seven, value)),
    [0, 3, 4, 4, 4],
  );
});

test('quantiles hold about equally many, between round numbers', () => {
  const values = Array.from({ length: 100 }, (_, i) => (i + 1) ** 2);
  const classes = classesOf(values, { scale: 'quantile' });
  assert.equal(classes.length, 5);
  const counts = classes.map((c) => values.filter((value) => holds(c, value)).length);
  for (const count of counts) assert.ok(count >= 15 && count <= 25, counts.join());
  for (const { to } of classes.slice(0, -1)) assert.match(String(to), /^[1-9]\d?0*$/);
});

test('many equal values do not make empty quantiles between them', () => {
  const values = [...Array<number>(60).fill(10), 20, 30, 40, 50];
  const classes = classesOf(values, { scale: 'quantile' });
  const starts = classes.map(({ from }) => from);
  assert.equal(new Set(starts).size, starts.length);
});

const value = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: -500, max: 500 }),
  fc.double({ min: 0, max: 100, noNaN: true }).map((n) => Number(n.toFixed(2))),
);
const options = fc.record({
  scale: fc.constantFrom('threshold' as const, 'quantile' as const, 'category' as const),
  percentage: fc.boolean(),
});

test('every value falls in exactly one class, and its number says which', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 80 }), options, (values, how) => {
      const classes = classesOf(values, how);
      assert.ok(classes.length >= 1 && classes.length <= 5, said(classes));
      for (const each of values) {
        const at = classes.flatMap((c, i) => (holds(c, each) ? [i] : []));
        assert.deepEqual(at, [classIndex(classes, each)], `${each} in ${said(classes)}`);
      }
    }),
    { numRuns: 500 },
  );
});

test('classes leave no gap: one begins where the one before it ends, lowest first', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 80 }), options, (values, how) => {
      const classes = classesOf(values, how);
      classes.slice(1).forEach(({ from }, i) => {
        assert.equal(from, classes[i]?.to, said(classes));
        const before = classes[i]?.from ?? -Infinity;
        assert.ok(from !== undefined && from > before, said(classes));
      });
      assert.equal(classes[classes.length - 1]?.to, undefined, said(classes));
    }),
    { numRuns: 500 },
  );
});

test('between round numbers: three digits that count at most', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 5, maxLength: 80 }),
      fc.constantFrom('threshold' as const, 'quantile' as const),
      (values, scale) => {
        for (const { to } of classesOf(values, { scale }).slice(0, -1)) {
          const digits = String(to)
            .replace('.', '')
            .replace(/^0+|0+$/g, '');
          assert.ok(digits.length <= 3, `${to} of ${values.join()}`);
        }
      },
    ),
  );
});

test('at least two classes where values differ', () => {
  fc.assert(
    fc.property(fc.uniqueArray(value, { minLength: 4, maxLength: 60 }), (values) => {
      const classes = classesOf(values, THRESHOLD);
      assert.ok(classes.length >= 2, said(classes));
      const used = new Set(values.map((each) => classIndex(classes, each)));
      assert.ok(used.size >= 2, `${values.join()} all in one of ${said(classes)}`);
    }),
  );
});

test('the lowest class is not empty', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 4 }), (values) => {
      const classes = classesOf(values, THRESHOLD);
      assert.equal(classIndex(classes, Math.min(...values)), 0, said(classes));
    }),
  );
});

test('the lowest class is not empty for fractions either', () => {
  const values = [0.3, 0.4, 0.5, 0.6, 0.8];
  assert.equal(
    classIndex(classesOf(values, THRESHOLD), 0.3),
    0,
    said(classesOf(values, THRESHOLD)),
  );
});

test('counts have classes of whole numbers', () => {
  const classes = classesOf([0, 3, 5, 9, 12], THRESHOLD);
  for (const { to = 0 } of classes) assert.ok(Number.isInteger(to), said(classes));
});

test('breaks that a page wrote in no order are put in order', () => {
  const classes = classesOf([5, 15, 25], { scale: 'threshold', breaks: [20, 10] });
  assert.equal(said(classes), '<10 10–20 20–');
});

test('a break that is no number is left out', () => {
  const classes = classesOf([5, 15, 25], { scale: 'threshold', breaks: [10, NaN, 20] });
  assert.equal(said(classes), '<10 10–20 20–');
});
