/**
 * Several test files in one process: those of TCNS_TOGETHER, a path a line. The first test waits until all are
 * loaded: a file that is loaded while a test runs may become a part of that test.
 */
import { before } from 'node:test';
import { join } from 'node:path';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

let start = () => {};
const loaded = new Promise((done) => (start = done));
before(() => loaded);
for (const file of env.TCNS_TOGETHER?.split('\n') ?? [])
  await import(pathToFileURL(join(root, file)).href);
start();
