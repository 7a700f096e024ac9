/** Commands that texts and comments name are there: a file that moved leaves them behind. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
const texts = tracked.filter(
  (file) => /\.(md|[cm]?[jt]s|ya?ml)$/.test(file) && existsSync(ROOT + file),
);
const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  scripts: Record<string, string>;
};

/** What a pattern finds in all texts, with the file that names it. */
function named(pattern: RegExp): [name: string, file: string][] {
  return texts.flatMap((file) =>
    [...readFileSync(ROOT + file, 'utf8').matchAll(pattern)].map((match): [string, string] => [
      match[1] ?? '',
      file,
    ]),
  );
}

test('every file that a command of a text runs is there', () => {
  const files = named(/\b(?:npx tsx|node) ((?:tools|bench|hosting|test)\/[\w./-]+\.[cm]?[jt]s)\b/g);
  assert.ok(files.length > 40, String(files.length));
  assert.deepEqual(
    files.filter(([name]) => !existsSync(ROOT + name)),
    [],
  );
});

test('every script of npm that a text names is in package.json', () => {
  const names = named(/\bnpm run (?!-)([\w:-]+)/g).filter(
    ([, file]) => !/^(examples|test)\//.test(file),
  );
  assert.ok(names.length > 40, String(names.length));
  assert.deepEqual(
    names.filter(([name]) => !(name in scripts)),
    [],
  );
});
