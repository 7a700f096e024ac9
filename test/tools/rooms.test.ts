/** The rooms of `src` (.dependency-cruiser.mjs): arrows go down only, and nothing goes round in a circle. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bin, node } from '../../tools/test/run.mjs';

/** Files that import what their room may not, and what lint must say of each. */
const INTRUDERS: readonly { file: string; from: string; why: RegExp }[] = [
  { file: 'domain/x.ts', from: '../desk/desk.js', why: /src\/domain\/x\.ts → src\/desk\/desk\.ts/ },
  { file: 'domain/y.ts', from: 'lit', why: /src\/domain\/y\.ts → \S*node_modules\/lit/ },
  { file: 'api/x.ts', from: '../domain/fold.js', why: /src\/api\/x\.ts → src\/domain\/fold\.ts/ },
  { file: 'i18n/x.ts', from: '../data/store.js', why: /src\/i18n\/x\.ts → src\/data\/store\.ts/ },
  { file: 'data/x.ts', from: '../desk/desk.js', why: /src\/data\/x\.ts → src\/desk\/desk\.ts/ },
  { file: 'parts/x.ts', from: '../pages/dom.js', why: /src\/parts\/x\.ts → src\/pages\/dom\.ts/ },
  {
    file: 'elements/stat/x.ts',
    from: '../kpi-card/kpi-card.view.js',
    why: /src\/elements\/stat\/x\.ts → src\/elements\/kpi-card/,
  },
  { file: 'pages/x.ts', from: '../cli/usage.js', why: /src\/pages\/x\.ts → src\/cli\/usage\.ts/ },
  { file: 'desk/x.ts', from: 'node:fs', why: /src\/desk\/x\.ts → fs/ },
];

async function lintRooms(folder: string): Promise<string> {
  const { output } = await node(
    [bin('depcruise', 'dependency-cruiser'), '--config', '.dependency-cruiser.mjs', 'src'],
    { capture: true, cwd: folder },
  );
  return output;
}

describe('the rooms of src', () => {
  let scratch = '';
  let said = '';

  before(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'tcns-rooms-'));
    for (const name of ['src', '.dependency-cruiser.mjs', 'tsconfig.json', 'tsconfig.test.json'])
      cpSync(name, join(scratch, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(scratch, 'node_modules'), 'junction');
    for (const { file, from } of INTRUDERS)
      writeFileSync(join(scratch, 'src', file), `import * as x from '${from}';\nexport { x };\n`);
    // A circle of types alone is a circle, too.
    const half = (other: string) =>
      `import type { T } from './${other}.js';\nexport type T = T[];\n`;
    writeFileSync(join(scratch, 'src/domain/one.ts'), half('two').replace('type T =', 'type U ='));
    writeFileSync(
      join(scratch, 'src/domain/two.ts'),
      half('one')
        .replace('{ T }', '{ U as T }')
        .replace('export type T = T[]', 'export type { T }'),
    );
    said = await lintRooms(scratch);
  });
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('are kept by every other file, types included', () => {
    const reported = [...said.matchAll(/^ *error [\w-]+: (\S+)/gm)].map(([, file = '']) => file);
    const scratched = [...INTRUDERS.map(({ file }) => file), 'domain/one.ts', 'domain/two.ts'];
    assert.deepEqual(
      reported.filter((file) => !scratched.includes(file.replace(/^src\//, ''))),
      [],
    );
    const [, count = '', errors = ''] = /x (\d+) dependency violations \((\d+) errors/.exec(said)!;
    assert.deepEqual([Number(count), Number(errors)], [reported.length, reported.length]);
  });

  for (const { file, from, why } of INTRUDERS)
    it(`refuse ${from} in src/${file.split('/')[0]}`, () => assert.match(said, why));

  it('are those of the table in CONTRIBUTING.md', async () => {
    const { rooms } = (await import(String(pathToFileURL('.dependency-cruiser.mjs')))) as {
      rooms: Record<string, { imports: string[] }>;
    };
    const [, table = ''] = /\| room +\|.*\n\|.*\n((?:\|.*\n)+)/.exec(
      readFileSync('CONTRIBUTING.md', 'utf8'),
    )!;
    const rows = table
      .trim()
      .split('\n')
      .map((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
    assert.deepEqual(
      Object.fromEntries(rows.map(([room = '', ...imports]) => [room, imports])),
      Object.fromEntries(Object.entries(rooms).map(([room, { imports }]) => [room, imports])),
    );
  });

  it('refuse a circle of types', () => {
    assert.match(said, /no-circular: src\/domain\/(one|two)\.ts/);
  });
});
