#!/usr/bin/env node
/**
 * `npx tcns-check URL|FILE…`: says where a document of the API is wrong (tools/check.ts).
 * The checks are the widgets' own TypeScript, which tsx runs: `npm ci` in the repository installs it.
 */
import { argv, exit, stderr } from 'node:process';

try {
  const { register } = await import('tsx/esm/api');
  register();
} catch {
  stderr.write('tcns-check: tsx is not installed. Run "npm ci" in the repository first.\n');
  exit(2);
}
const { main } = await import('./check.ts');
process.exitCode = await main(argv.slice(2));
