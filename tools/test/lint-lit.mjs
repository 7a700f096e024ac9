/**
 * lit-analyzer over src, strict. Two things it gets wrong are left out: CSS newer than its
 * parser (`color-scheme`), and Lit's own `nothing` in an attribute, which it takes for an
 * unknown symbol.
 */
import { existsSync } from 'node:fs';
import { bin, node } from './run.mjs';

if (!existsSync('src')) process.exit(0);
const { code, output } = await node(
  [
    bin('lit-analyzer'),
    'src',
    '--strict',
    '--format',
    'list',
    '--noColor',
    '--maxWarnings',
    '0',
    '--rules.no-invalid-css',
    'off',
  ],
  { capture: true },
);
const problem = /^\s+\d+:\d+\s+(error|warning)\s/;
const isWrong = (line) => problem.test(line) && !line.includes('Symbol(undefined)');
const lines = output.split('\n');
const problems = lines.filter(isWrong);
const hasSummary = /Analyzing \d+ files/.test(output);

if (
  problems.length === 0 &&
  hasSummary &&
  (code === 0 || lines.some((line) => problem.test(line)))
) {
  console.log(`lit-analyzer: ${/\d+ files/.exec(output)[0]} without a problem`);
} else {
  console.error(lines.filter((line) => !problem.test(line) || isWrong(line)).join('\n'));
  process.exit(1);
}
