/**
 * Writes demo/api/sample/borders/v1, the API of an invented province behind demo/borders.html: the borders that
 * `tcns-data borders` makes of its zip, with the words of docs/borders.vi.md, and invented figures. Run
 * `npx tsx tools/sample/make-sample-borders.ts`. The same bytes each time.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/data.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const OUT = root('demo/api/sample/borders/v1');
const AREA = '99@2025';

const folder = mkdtempSync(join(tmpdir(), 'tcns-sample-'));
try {
  execFileSync(execPath, [root('bench/make-borders.mjs'), folder]);
  const figures = `observations/${AREA}.json`;
  mkdirSync(join(OUT, 'observations'), { recursive: true });
  copyFileSync(join(folder, figures), join(OUT, figures));
  process.exitCode = await main([
    'borders',
    join(folder, 'ranh-gioi.zip'),
    ...['--area', AREA, '--list', join(folder, figures), '--out', OUT, '--sample'],
  ]);
} finally {
  rmSync(folder, { recursive: true });
}
