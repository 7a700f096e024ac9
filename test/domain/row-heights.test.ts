import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../support/property.js';
import { RowHeights } from '../../src/domain/row-heights.ts';

test('sums and places are those of plain arithmetic, whatever is measured', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 70 });
  const changes = fc.array(fc.tuple(fc.nat(69), fc.integer({ min: 1, max: 300 })));
  fc.assert(
    fc.property(heights, changes, fc.nat(9000), (first, sets, offset) => {
      const plain = [...first];
      const rows = new RowHeights(plain.length, (i) => plain[i] ?? 0);
      for (const [index, height] of sets) {
        if (index >= plain.length) continue;
        rows.set(index, height);
        plain[index] = height;
      }
      let [sum, at] = [0, plain.length - 1];
      plain.forEach((height, i) => {
        assert.equal(rows.before(i), sum);
        if (offset >= sum && offset < sum + height) at = i;
        sum += height;
      });
      assert.equal(rows.total, sum);
      assert.equal(rows.rowAt(offset), at);
    }),
  );
});

test('an empty list has no height', () => {
  const rows = new RowHeights(0, () => 10);
  assert.equal(rows.total, 0);
  assert.equal(rows.rowAt(100), 0);
});
