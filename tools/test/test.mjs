/**
 * `npm test`, also on a fresh clone: installs, gets a browser where there is none, then two lanes beside
 * each other: the elements and the pages in Chromium; build, types, lint, sizes, the package and the tests
 * in Node. Ends with one plain line,
 * `N passed, N failed`, which counts tests; a step that fails without a test counts as one.
 * `--verbose` shows everything, not only what fails.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, exit } from 'node:process';
import { getBrowser } from './get-browser.mjs';
import { checkNode, install, node, npm, seconds } from './run.mjs';

const verbose = process.argv.includes('--verbose');
const folder = mkdtempSync(join(tmpdir(), 'tcns-test-'));
const total = { passed: 0, failed: 0 };
const broken = [];

/** Runs a step, shows what it printed if it fails, and adds its tests to the total. */
async function step(name, start) {
  const since = Date.now();
  console.log(`… ${name}`);
  const counts = join(folder, `${name.replace(/\W+/g, '-')}.json`);
  const { code, output } = await start({ capture: !verbose, extra: { TCNS_COUNTS: counts } });
  const tests = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : undefined;
  const { passed, failed } = tests ?? { passed: 0, failed: 0 };
  total.passed += passed;
  total.failed += code !== 0 && failed === 0 ? 1 : failed;
  const ok = code === 0 && failed === 0;
  if (!ok) {
    broken.push(name);
    // node:test repeats its failures at the end; the rest is what passed
    const failures = output.indexOf('✖ failing tests:');
    console.log((failures >= 0 ? output.slice(failures) : output).trimEnd());
  }
  console.log(
    `${ok ? '✔' : '✘'} ${name}${tests ? `: ${passed} passed, ${failed} failed` : ''}  (${seconds(since)})`,
  );
}

const script = (name) => (options) => npm(['run', '--silent', name], options);

const began = Date.now();
checkNode();
if (!(await install())) exit(1);
try {
  env.CHROME_PATH = await getBrowser();
} catch (error) {
  // At once, before minutes of other tests.
  console.error(error.message);
  exit(1);
}

const inNode =
  (...files) =>
  (options) =>
    node(['tools/test/test-node.mjs', ...files], options);
const elements = (options) => node(['tools/test/test-elements.mjs', 'chromium'], options);
const packageTests = inNode('test/package/package.test.ts', 'test/package/types.test.ts');

console.log(
  'About six minutes on two cores; a line for each step that begins, and one with its time.',
);
let built = () => {};
const isBuilt = new Promise((done) => (built = done));

/** What needs the browser: the elements are made of the sources, the pages want the build. */
async function inBrowser() {
  await step('elements in Chromium', elements);
  await isBuilt;
  await step('pages in Chromium', inNode('pages'));
}

/** Everything else, the build first. */
async function withoutBrowser() {
  await step('build', script('build'));
  built();
  await step('types', script('types'));
  await step('lint', script('lint'));
  await step('size and baseline of dist/cdn', script('check:size'));
  await step('the npm package', packageTests);
  await step('tests in Node', inNode());
}

// One core each. What they print would be mixed where everything is shown.
if (verbose) {
  await withoutBrowser();
  await inBrowser();
} else {
  await Promise.all([inBrowser(), withoutBrowser()]);
}
rmSync(folder, { recursive: true, force: true });

console.log(
  `\n${broken.length > 0 ? `Failed: ${broken.join(', ')}.` : 'All is well.'}  ${seconds(began)} in all.`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
exit(total.failed > 0 ? 1 : 0);
