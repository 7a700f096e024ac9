/**
 * What the stories look like, against the accepted pictures:
 *   npm run test:visual                                 compares
 *   npm run test:visual -- --accept                     accepts what they look like now
 *   npm run test:visual -- --only PATTERN [--accept]    some pictures, by name
 * TCNS_COUNTS names a file for {"passed", "failed"}.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, env, exit } from 'node:process';
import { parseArgs } from 'node:util';
import { node } from './run.mjs';

function options() {
  try {
    const { values } = parseArgs({
      args: argv.slice(2),
      options: { accept: { type: 'boolean' }, only: { type: 'string' } },
    });
    new RegExp(values.only ?? '');
    return values;
  } catch (error) {
    console.error(`${error.message}\nUsage: npm run test:visual -- [--accept] [--only PATTERN]`);
    exit(2);
  }
}

const { accept = false, only = '' } = options();
const folder = mkdtempSync(join(tmpdir(), 'tcns-visual-'));
const counts = join(folder, 'counts.json');
const { code } = await node(['tools/test/test-node.mjs', 'test/visual/stories.chromium.ts'], {
  extra: { TCNS_COUNTS: counts, TCNS_VISUAL_ACCEPT: accept ? '1' : '', TCNS_VISUAL_ONLY: only },
});
const total = existsSync(counts)
  ? JSON.parse(readFileSync(counts, 'utf8'))
  : { passed: 0, failed: 1 };
rmSync(folder, { recursive: true, force: true });
if (code !== 0 && total.failed === 0) total.failed = 1;
if (env.TCNS_COUNTS) writeFileSync(env.TCNS_COUNTS, JSON.stringify(total));
console.log(`${total.passed} passed, ${total.failed} failed`);
exit(total.failed > 0 ? 1 : 0);
