/**
 * `npm test`, also on a fresh clone: installs, then lint, types, the tests in Node, the
 * build and its size, the elements in Chromium, the pages. Ends with one plain line,
 * `N passed, N failed`, which counts tests; a step that fails without a test counts as one.
 * `--verbose` shows everything, not only what fails.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, exit } from 'node:process';
import { findBrowser } from './find-browser.mjs';
import { checkNode, install, node, npm } from './run.mjs';

const verbose = process.argv.includes('--verbose');
const folder = mkdtempSync(join(tmpdir(), 'tcns-test-'));
const total = { passed: 0, failed: 0 };
const broken = [];

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

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
let browser;
try {
  browser = findBrowser();
} catch (error) {
  console.error(error.message);
}

const inNode = () =>
  step('tests in Node', (options) => node(['tools/test/test-node.mjs'], options));
const linted = async () => {
  await step('lint', script('lint'));
  await step('types', script('types'));
};
// Beside each other, for they take one core each; what they print would be mixed otherwise.
if (verbose) {
  await linted();
  await inNode();
} else {
  await Promise.all([linted(), inNode()]);
}
await step('build', script('build'));
await step('size and baseline of dist/cdn', script('check:size'));
await step('the npm package', (options) =>
  node(
    ['tools/test/test-node.mjs', 'test/package/package.test.ts', 'test/package/types.test.ts'],
    options,
  ),
);
if (browser) {
  env.CHROME_PATH = browser;
  await step('elements in Chromium', (options) =>
    node(['tools/test/test-elements.mjs', 'chromium'], options),
  );
  await step('pages in Chromium', (options) =>
    node(['tools/test/test-node.mjs', 'pages'], options),
  );
} else {
  total.failed += 1;
  broken.push('elements and pages (no browser)');
}
rmSync(folder, { recursive: true, force: true });

console.log(
  `\n${broken.length > 0 ? `Failed: ${broken.join(', ')}.` : 'All is well.'}  ${seconds(began)} in all.`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
exit(total.failed > 0 ? 1 : 0);
