/** Several test files in one process: those of TCNS_TOGETHER, a path a line; each is a suite with its path as name. */
import { describe } from 'node:test';
import { join } from 'node:path';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

for (const file of env.TCNS_TOGETHER?.split('\n') ?? [])
  describe(file, async () => {
    await import(pathToFileURL(join(root, file)).href);
  });
