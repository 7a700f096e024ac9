/** The sizes of the source that CONTRIBUTING.md names ("Good sizes"). */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { measure } from '../../tools/measure.js';

const MOST_MEMBERS = 40;
/** Members of the classes that a team's row passes from its document to the screen. */
const MOST_OF_A_ROW = 36;
/** Lines of an element, with its contract and its imports. */
const MOST_OF_AN_ELEMENT = 270;
const MOST_OF_A_FILE = 400;
const MOST_OF_A_TEST = 500;
const MOST_OF_A_FUNCTION = 40;
/** The loader's requests before the page is parsed: apart, they would not fit its bytes. */
const LONG = ['embed/early.ts askEarly'];
/** The classes between a document of teams and a row on the screen. */
const OF_A_ROW = [
  ...['Address', 'DocumentResource', 'DocumentController', 'TcnsElement', 'SourceElement'],
  ...['DataElement', 'RosterFeed', 'Roster', 'RosterRows', 'RowWindow', 'TcnsTeamRoster'],
];

describe('the sizes of the source', () => {
  const { classes, files, functions } = measure('src');

  it(`have no class with more than ${MOST_MEMBERS} members`, () => {
    assert.deepEqual(
      classes.filter(({ own }) => own > MOST_MEMBERS).map(({ name, own }) => `${name} ${own}`),
      [],
    );
  });

  it(`take a team's row through classes of ${MOST_OF_A_ROW} members at most`, () => {
    const row = classes.filter(({ name }) => OF_A_ROW.includes(name));
    assert.deepEqual(row.map(({ name }) => name).sort(), [...OF_A_ROW].sort());
    assert.deepEqual(
      row.filter(({ own }) => own > MOST_OF_A_ROW).map(({ name, own }) => `${name} ${own}`),
      [],
    );
  });

  it(`have no function of more than ${MOST_OF_A_FUNCTION} lines, but one`, () => {
    assert.deepEqual(
      functions
        .filter(({ lines }) => lines > MOST_OF_A_FUNCTION)
        .map(({ file, name }) => `${file} ${name}`),
      LONG,
    );
  });

  it(`have no file of more than ${MOST_OF_A_FILE} lines`, () => {
    assert.deepEqual(
      files
        .filter(({ lines }) => lines > MOST_OF_A_FILE)
        .map(({ file, lines }) => `${file} ${lines}`),
      [],
    );
  });

  it(`have no test, tool or story of more than ${MOST_OF_A_TEST} lines`, () => {
    for (const folder of ['test', 'tools', 'stories'])
      assert.deepEqual(
        measure(folder)
          .files.filter(({ lines }) => lines > MOST_OF_A_TEST)
          .map(({ file, lines }) => `${folder}/${file} ${lines}`),
        [],
      );
  });

  it(`have no element of more than ${MOST_OF_AN_ELEMENT} lines`, () => {
    const elements = files.filter(({ file }) => file.endsWith('.element.ts'));
    assert.ok(elements.length >= 9);
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
