/** A widget that `npm run new:widget` has just made keeps everything that the shared list of tests asks. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findBrowser } from '../../tools/test/find-browser.mjs';

const COPIED = [
  ...['src', 'test/data', 'test/elements', 'test/support', 'tools'],
  ...['package.json', 'tsconfig.json', 'web-test-runner.config.mjs', 'CHANGELOG.md'],
];

describe('a widget made by npm run new:widget', () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'tcns-fresh-'));
    for (const name of COPIED) cpSync(name, join(root, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  const run = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, [script, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        CHROME_PATH: findBrowser(),
        TCNS_COUNTS: join(root, 'counts.json'),
        NODE_TEST_CONTEXT: undefined,
      },
    });

  it('passes describeFigureWidget in Chromium as it is', () => {
    const made = run(resolve('tools/new-widget.mjs'), 'area-list', '--root', root);
    assert.equal(made.status, 0, made.stderr);
    const { stdout } = run(
      'tools/test/test-elements.mjs',
      'chromium',
      '--',
      'test/elements/area-list.test.ts',
    );
    const counts = JSON.parse(readFileSync(join(root, 'counts.json'), 'utf8')) as {
      passed: number;
      failed: number;
    };
    assert.equal(counts.failed, 0, stdout);
    assert.ok(counts.passed > 100, `${counts.passed} tests`);
  });
});
