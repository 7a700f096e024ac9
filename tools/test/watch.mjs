/**
 * `npm run test:watch -- WORD…`: the tests whose path has one of the words (`kpi-card`, `calendar`), again
 * after each edit of what they are made of: elements in the browser, the others in Node.
 */
import { argv, env, exit } from 'node:process';
import { getBrowser } from './get-browser.mjs';
import { bin, checkNode, filesIn, isElementTest, isTest, node } from './run.mjs';

checkNode();
const words = argv.slice(2);
const found = filesIn('test', isTest).filter((file) => words.some((word) => file.includes(word)));
/** Those of whole pages and of the package want a build: no edit of a source reaches them. */
const wantsBuild = (file) =>
  /^test\/(pages|package|examples|databases|storybook|visual)\//.test(file);

const elements = found.filter(isElementTest);
const others = found.filter((file) => !isElementTest(file) && !wantsBuild(file));
if (elements.length + others.length === 0) {
  console.error(
    words.length > 0
      ? `No test has ${words.map((word) => `"${word}"`).join(' or ')} in its path, of those that need no build.`
      : 'Which tests? npm run test:watch -- kpi-card',
  );
  exit(2);
}
console.log(`Watching ${[...elements, ...others].join(', ')}   (Ctrl+C ends)`);
const runs = [];
if (others.length > 0) runs.push(node(['--import', 'tsx', '--test', '--watch', ...others]));
if (elements.length > 0) {
  env.CHROME_PATH = await getBrowser();
  runs.push(
    node([bin('wtr', '@web/test-runner'), '--watch', '--files', ...elements], { stdin: 'inherit' }),
  );
}
const codes = await Promise.all(runs);
exit(Math.max(...codes.map(({ code }) => code)));
