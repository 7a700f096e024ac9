/** A scaffolded widget works as it is, and leaves nothing behind when it is taken back. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { bin } from '../../tools/test/run.mjs';

const COPIED = ['src', 'package.json', 'tsconfig.json', 'CHANGELOG.md'];
let root: string;
before(() => {
  root = mkdtempSync(join(tmpdir(), 'tcns-new-'));
  for (const name of COPIED) cpSync(name, join(root, name), { recursive: true });
  for (const name of ['test', 'stories', 'docs']) mkdirSync(join(root, name));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
});
after(() => rmSync(root, { recursive: true, force: true }));

const scaffold = (...args: string[]) =>
  spawnSync(process.execPath, ['tools/new-widget.mjs', ...args, '--root', root], {
    encoding: 'utf8',
  });

/** All files by path, with what is in them. */
const files = (): Map<string, string> =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [
        file.slice(root.length + 1).replaceAll('\\', '/'),
        readFileSync(file, 'utf8'),
      ]),
  );

describe('npm run new:widget', () => {
  it('refuses names that cannot be, and those that are taken', () => {
    const before = files();
    for (const name of ['', 'AreaList', 'tcns-list', 'stat', 'themes', '../x'])
      assert.equal(scaffold(name).status, 2, name);
    assert.deepEqual(files(), before);
  });

  it('says with --dry-run what it would do, and does nothing', () => {
    const before = files();
    const { stdout, status } = scaffold('area-list', '--dry-run');
    assert.equal(status, 0);
    assert.match(stdout, /would write src\/elements\/area-list\/area-list\.element\.ts/);
    assert.deepEqual(files(), before);
  });

  it('writes a widget that is joined everywhere, has right types and is drawn; --remove takes it back', () => {
    const before = files();
    const { status, stderr } = scaffold('area-list');
    assert.equal(status, 0, stderr);
    const now = files();
    assert.deepEqual([...now.keys()].filter((file) => !before.has(file)).sort(), [
      'docs/new/area-list.md',
      'src/elements/area-list/area-list.element.ts',
      'src/elements/area-list/area-list.styles.ts',
      'src/elements/area-list/area-list.ts',
      'stories/area-list.stories.ts',
      'test/elements/area-list.test.ts',
    ]);
    assert.deepEqual(
      [...before.keys()].filter((file) => before.get(file) !== now.get(file)).sort(),
      [
        'CHANGELOG.md',
        'package.json',
        'src/api/widget-catalogue.ts',
        'src/index.ts',
        'src/register.ts',
      ],
    );
    const types = spawnSync(process.execPath, [bin('tsc', 'typescript-7'), '-p', root], {
      encoding: 'utf8',
    });
    assert.equal(types.status, 0, types.stdout);
    const code = `
      await import(${JSON.stringify(join(root, 'src/register.ts'))});
      const { CATALOGUE } = await import(${JSON.stringify(join(root, 'src/api/widget-catalogue.ts'))});
      console.log(!!customElements.get('tcns-area-list'), 'area-list' in CATALOGUE, CATALOGUE['area-list'].heights['']);`;
    const drawn = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', code],
      { cwd: root, encoding: 'utf8' },
    );
    assert.equal(drawn.stdout.trim(), 'true true 160', drawn.stderr);
    assert.equal(scaffold('area-list', '--remove').status, 0);
    assert.deepEqual(files(), before);
  });
});
