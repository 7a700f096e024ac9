/**
 * `npm run test:examples`: the apps of `examples/` with the packed npm package: types, build, server,
 * Chromium. Needs `npm run build`. Ends with `N passed, N failed`; TCNS_COUNTS names a file for both.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, exit } from 'node:process';
import { node } from './run.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tcns-counts-'));
const counts = env.TCNS_COUNTS ?? join(folder, 'counts.json');
const { code } = await node(['tools/test/test-node.mjs', 'test/examples/examples.test.ts'], {
  extra: { TCNS_COUNTS: counts },
});
const { passed, failed } = JSON.parse(readFileSync(counts, 'utf8'));
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
exit(code);
