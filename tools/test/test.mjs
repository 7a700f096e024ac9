/**
 * `npm test`, also on a fresh clone: installs, gets a browser where there is none, then lanes beside
 * each other that take the next step until none is left: elements in Chromium, build, tests in Node, types,
 * lint, sizes, the package, pages in Chromium. Ends with one plain line,
 * `N passed, N failed`, which counts tests; a step that fails without a test counts as one.
 * `--verbose` shows everything, not only what fails.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, exit } from 'node:process';
import { getBrowser } from './get-browser.mjs';
import { checkNode, install, node, npm, pageTests, seconds } from './run.mjs';

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
/** The pages in so many steps of mixed files, so that all lanes end at about the same time. */
const PAGE_STEPS = 4;
const pages = Array.from({ length: PAGE_STEPS }, (_, i) => ({
  name: `pages in Chromium, ${i + 1} of ${PAGE_STEPS}`,
  start: inNode('pages', ...pageTests().filter((_file, k) => k % PAGE_STEPS === i)),
  isAfterBuild: true,
}));

/**
 * What waits for a browser goes beside what computes, and what is short comes last, so that all lanes end together.
 * The elements are made of the sources; the package and the pages want the build.
 */
const waiting = [
  { name: 'elements in Chromium', start: elements },
  { name: 'build', start: script('build') },
  { name: 'lint', start: script('lint') },
  { name: 'tests of pure functions', start: inNode('pure') },
  ...pages,
  { name: 'tests in Node', start: inNode('rest'), isAfterBuild: true },
  { name: 'the npm package', start: packageTests, isAfterBuild: true },
  { name: 'types of tests and tools', start: script('types:tests') },
  { name: 'size and baseline of dist/cdn', start: script('check:size'), isAfterBuild: true },
];
let built = () => {};
const isBuilt = new Promise((done) => (built = done));

/** Takes the next step, again and again, until none is left. */
async function lane() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (next.isAfterBuild) await isBuilt;
    await step(next.name, next.start);
    if (next.name === 'build') built();
  }
}

console.log(
  'About six minutes on two cores; a line for each step that begins, and one with its time.',
);
/** One more than cores, because a browser and its test wait for each other; four are the most that help. */
const lanes = Math.min(availableParallelism(), 3) + 1;
// What they print would be mixed where everything is shown.
await Promise.all(Array.from({ length: verbose ? 1 : lanes }, lane));
rmSync(folder, { recursive: true, force: true });

console.log(
  `\n${broken.length > 0 ? `Failed: ${broken.join(', ')}.` : 'All is well.'}  ${seconds(began)} in all.`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
exit(total.failed > 0 ? 1 : 0);
