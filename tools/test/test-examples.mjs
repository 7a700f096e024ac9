/**
 * `npm run test:examples`: the apps of `examples/` with the packed npm package: types, build, server,
 * Chromium. Needs `npm run build`; installs the frameworks of `examples/package-lock.json` where they are
 * not there. Ends with `N passed, N failed`; TCNS_COUNTS names a file for both.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, exit, platform } from 'node:process';
import { node } from './run.mjs';

const LOCK = 'examples/package-lock.json';
/** The lock that was installed last. */
const INSTALLED = 'examples/node_modules/.tcns-lock.json';
const lock = readFileSync(LOCK, 'utf8');
if (!existsSync(INSTALLED) || readFileSync(INSTALLED, 'utf8') !== lock) {
  console.log('The frameworks of examples/package.json are installed (about 1 GB; a minute).');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: 'examples',
    shell: platform === 'win32',
    stdio: 'inherit',
  });
  if (status === 0) writeFileSync(INSTALLED, lock);
  else console.error('They could not be installed: their tests fail.');
}

const folder = mkdtempSync(join(tmpdir(), 'tcns-counts-'));
const counts = env.TCNS_COUNTS ?? join(folder, 'counts.json');
const files = ['test/examples/examples.test.ts', 'test/examples/frameworks.test.ts'];
const { code } = await node(['tools/test/test-node.mjs', ...files], {
  extra: { TCNS_COUNTS: counts },
});
const { passed, failed } = JSON.parse(readFileSync(counts, 'utf8'));
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
exit(code);
