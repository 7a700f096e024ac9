/**
 * Tests that run in Node:
 *   node tools/test/test-node.mjs          everything but pages, elements and the package
 *   node tools/test/test-node.mjs pure     of these, the files that share one process
 *   node tools/test/test-node.mjs rest     the others; some of them want a build
 *   node tools/test/test-node.mjs pages    pages, in Chromium by Playwright; or `pages FILE…`
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
 * Most tests share a process, because one for each file takes longer than many of these tests. A file that touches
 * what all code of a process shares, or has hooks for all tests of it, has its own, and so has one of a room whose
 * code keeps a state (the texts of i18n, the store of data, what a server draws).
 */
const PURE_ROOMS = /^test\/(api|borders|desk|domain|maps|tables|themes)\//;
const OTHER_ROOMS =
  /^test\/((cli|facts|storybook|support|tools|visual)\/(?!prerender)|\w+\.test\.ts$)/;
const TOUCHES_SHARED =
  /\bglobalThis\b|\benv(\.\w+|\[.+\]) = |\bmock\.\w+\(|\b(Intl|console|prototype)\.\w+ = |^(before|beforeEach|afterEach)\(/m;
const isShareable = (file) => !TOUCHES_SHARED.test(readFileSync(join(root, file), 'utf8'));

/** Files in two lists: those with a process of their own, and those of the rooms that share one. */
const split = (files, rooms) => {
  const together = files.filter((file) => rooms.test(file) && isShareable(file));
  return { apart: files.filter((file) => !together.includes(file)), together };
};

function files() {
  if (which === 'pages') return split(rest.length > 0 ? rest : pageTests(), /^test\/pages\//);
  if (which && !['pure', 'rest'].includes(which)) return { apart: [which, ...rest], together: [] };
  const all = filesIn('test', (file) => isTest(file) && !elsewhere.test(file));
  const { apart: others, together: pure } = split(all, PURE_ROOMS);
  if (which === 'pure') return { apart: [], together: pure };
  const { apart, together } = split(others, OTHER_ROOMS);
  return { apart, together: which === 'rest' ? together : [...pure, ...together] };
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
