/** The sizes of the source that CONTRIBUTING.md names ("Good sizes"). */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { measure } from '../../tools/measure.js';

const MOST_MEMBERS = 40;
/** Lines of an element, with its contract and its imports. */
const MOST_OF_AN_ELEMENT = 270;

describe('the sizes of the source', () => {
  const { classes, files } = measure('src');

  it(`have no class with more than ${MOST_MEMBERS} members`, () => {
    assert.deepEqual(
      classes.filter(({ own }) => own > MOST_MEMBERS).map(({ name, own }) => `${name} ${own}`),
      [],
    );
  });

  it(`have no element of more than ${MOST_OF_AN_ELEMENT} lines`, () => {
    const elements = files.filter(({ file }) => file.endsWith('.element.ts'));
    assert.equal(elements.length, 9);
    assert.deepEqual(
      elements.filter(({ lines }) => lines > MOST_OF_AN_ELEMENT).map(({ file }) => file),
      [],
    );
  });

  it('are counted from the syntax: members once, with those that are inherited', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tcns-measure-'));
    try {
      writeFileSync(
        join(folder, 'x.ts'),
        `class A { a = 1; get b() { return 1; } set b(x) {} static c = 1; constructor(readonly d: number) {} }
class B extends A { override a = 2; e(): void {\n} }
const f = () => {\n\n};\n`,
      );
      const { classes: found, functions: all, files: sizes } = measure(folder);
      assert.deepEqual(
        found.map(({ name, own, all: whole }) => [name, own, whole]),
        [
          ['A', 4, 4],
          ['B', 2, 5],
        ],
      );
      assert.equal(all.find(({ name }) => name === 'f')?.lines, 3);
      assert.deepEqual(sizes, [{ file: 'x.ts', lines: 6 }]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
