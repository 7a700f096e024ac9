/**
 * Tests that run in Node:
 *   node tools/test/test-node.mjs          everything but pages, elements and the package
 *   node tools/test/test-node.mjs pages    pages, in Chromium by Playwright
 *   node tools/test/test-node.mjs FILE…    these files
 * TCNS_COUNTS names a file for {"passed", "failed"}.
 */
import { env, exit } from 'node:process';
import { filesIn, node } from './run.mjs';

const [which, ...rest] = process.argv.slice(2);
/** Those in a browser, and those of the built package (`test:package`, `test:examples`). */
const apart = /^test\/(elements|parts|pages|package|examples|databases)\/|\.browser\.test\.ts$/;
/** Every page of the demo in every light: minutes, and so a run of its own (`npm run test:demo`). */
const EVERY_PAGE = 'test/pages/index.test.ts';
const isTest = (file) => /\.test\.(ts|mjs)$/.test(file);

function files() {
  if (which === 'pages') return filesIn('test/pages', isTest).filter((file) => file !== EVERY_PAGE);
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
