#!/usr/bin/env node
/**
 * `npx tcns-data init|build|diff|match`: from a spreadsheet to the files of the API (tools/data.ts).
 * The code is the widgets' own TypeScript, which tsx runs: `npm ci` in the repository installs it.
 */
import { argv, exit, stderr } from 'node:process';

try {
  const { register } = await import('tsx/esm/api');
  register();
} catch {
  stderr.write('tcns-data: tsx is not installed. Run "npm ci" in the repository first.\n');
  exit(2);
}
const { main } = await import('./data.ts');
process.exitCode = await main(argv.slice(2));
