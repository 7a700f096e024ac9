/**
 * Tests that run in Node:
 *   node tools/test/test-node.mjs          everything but pages, elements and the package
 *   node tools/test/test-node.mjs pure     of these, the files that share one process
 *   node tools/test/test-node.mjs rest     the others, a process a file
 *   node tools/test/test-node.mjs pages    pages, in Chromium by Playwright
 *   node tools/test/test-node.mjs FILE…    these files
 * TCNS_COUNTS names a file for {"passed", "failed"}.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, exit } from 'node:process';
import { filesIn, isTest, node, pageTests, root } from './run.mjs';

const [which, ...rest] = process.argv.slice(2);
/** Those in a browser, and those of the built package (`test:package`, `test:examples`). */
const elsewhere = /^test\/(elements|parts|pages|package|examples|databases)\/|\.browser\.test\.ts$/;

/**
 * Tests of pure functions share one process, because a process a file takes longer than most of these tests.
 * A room with state (the texts of i18n, the store of data) is not among them, nor a file that touches what
 * all code of a process shares.
 */
const PURE_ROOMS = /^test\/(api|borders|desk|domain|maps|tables|themes)\//;
const TOUCHES_SHARED =
  /\b(globalThis|process|mock|prototype|console|child_process|worker_threads)\b|\bIntl\.\w+ =|^(before|after)(Each)?\(/m;
const isPure = (file) =>
  PURE_ROOMS.test(file) && !TOUCHES_SHARED.test(readFileSync(join(root, file), 'utf8'));

/** The files with a process of their own, and those that share one. */
function files() {
  if (which === 'pages') return { apart: pageTests(), together: [] };
  if (which && !['pure', 'rest'].includes(which)) return { apart: [which, ...rest], together: [] };
  const all = filesIn('test', (file) => isTest(file) && !elsewhere.test(file));
  return {
    apart: which === 'pure' ? [] : all.filter((file) => !isPure(file)),
    together: which === 'rest' ? [] : all.filter(isPure),
  };
}

const { apart, together } = files();
const found = [...apart, ...(together.length > 0 ? ['tools/test/together.mjs'] : [])];
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
const { code } = await node(['--import', 'tsx', '--test', ...reporters, ...found], {
  extra: { TCNS_TOGETHER: together.join('\n') },
});
exit(code);
