/**
 * Tests that run in Node:
 *   node tools/test/test-node.mjs          everything but pages, elements and the package
 *   node tools/test/test-node.mjs pages    pages, in Chromium by Playwright
 *   node tools/test/test-node.mjs FILE…    these files
 * TCNS_COUNTS names a file for {"passed", "failed"}.
 */
import { env, exit } from 'node:process';
import { filesIn, isTest, node, pageTests } from './run.mjs';

const [which, ...rest] = process.argv.slice(2);
/** Those in a browser, and those of the built package (`test:package`, `test:examples`). */
const apart = /^test\/(elements|parts|pages|package|examples|databases)\/|\.browser\.test\.ts$/;

function files() {
  if (which === 'pages') return pageTests();
  if (which) return [which, ...rest];
  return filesIn('test', (file) => isTest(file) && !apart.test(file));
}

const found = files();
if (found.length === 0) {
  console.error('No tests found.');
  exit(1);
}
const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
if (env.TCNS_COUNTS) {
  reporters.push(
    '--test-reporter=./tools/test/count-reporter.mjs',
    `--test-reporter-destination=${env.TCNS_COUNTS}`,
  );
}
const { code } = await node(['--import', 'tsx', '--test', ...reporters, ...found]);
exit(code);
