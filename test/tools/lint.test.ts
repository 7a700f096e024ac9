/** The rules that hold the house together: each must really refuse what it is there for. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { ESLint } from 'eslint';

const FILES = {
  domain: 'src/domain/fold.ts',
  parts: 'src/parts/base/memo.ts',
  styles: 'src/parts/styles/base.styles.ts',
};

// With CI=true typescript-eslint reads each file from the disk, not the text that it is given.
process.env['TSESTREE_SINGLE_RUN'] = 'false';
/** A program of these files alone, because all of `src` and the tests would be checked anew for each text. */
const folder = mkdtempSync(join(tmpdir(), 'tcns-lint-'));
after(() => rmSync(folder, { recursive: true }));
const project = join(folder, 'tsconfig.json');
writeFileSync(
  project,
  JSON.stringify({
    extends: resolve('tsconfig.json'),
    compilerOptions: { types: [] },
    include: [],
    files: Object.values(FILES).map((file) => resolve(file)),
  }),
);
const eslint = new ESLint({
  overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { project } } },
});

/** The rules that a text would break if it stood in that file (which must exist). */
async function broken(file: string, text: string) {
  const [result] = await eslint.lintText(text, { filePath: file });
  const fatal = result?.messages.find((message) => message.fatal);
  assert.equal(fatal, undefined, fatal?.message);
  return result?.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`) ?? [];
}
describe('what hosts and old browsers forbid', () => {
  const refused: [keyof typeof FILES, string, string][] = [
    ['parts', "document.body.innerHTML = 'x';", 'no-restricted-syntax'],
    ['parts', "document.body.insertAdjacentHTML('beforeend', 'x');", 'no-restricted-syntax'],
    ['parts', 'export const a = Array.from([1], (n) => n + 1);', 'no-restricted-syntax'],
    ['parts', 'export const a = crypto.randomUUID();', 'no-restricted-syntax'],
    ['parts', 'export const a = [1].at(-1);', 'no-restricted-syntax'],
    ['parts', 'export const a = /(?<=a)b/;', 'no-restricted-syntax'],
    ['parts', "console.error('x');", 'no-console'],
    ['parts', 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
    ['parts', 'export const a = structuredClone({});', 'compat/compat'],
    ['parts', 'export const a = AbortSignal.timeout(1);', 'no-restricted-syntax'],
    [
      'parts',
      'export const f = ({ document }: Record<string, unknown>) => document;',
      'no-restricted-syntax',
    ],
    ['domain', 'export const f = (document: unknown) => document;', 'no-restricted-syntax'],
    ['domain', 'const found = [1];\nexport { found };', 'no-restricted-syntax'],
    ['parts', 'setTimeout(() => undefined, 1);', 'no-restricted-globals'],
    ['parts', "export const a = document.querySelector('a');", 'no-restricted-syntax'],
    ['parts', 'Promise.resolve(1);', '@typescript-eslint/no-floating-promises'],
    [
      'parts',
      'import { html } from \'lit\';\nexport const a = html`<p style="color: red"></p>`;',
      'no-restricted-syntax',
    ],
    [
      'parts',
      'import { html } from \'lit\';\nexport const a = html`<img src="x.png" />`;',
      'lit-a11y/alt-text',
    ],
    [
      'styles',
      "import { css } from 'lit';\nexport const a = css`p { margin: 1.5rem; }`;",
      'no-restricted-syntax',
    ],
    ['domain', 'export const a = Date.now();', 'no-restricted-syntax'],
    ['domain', 'export const a = new Date();', 'no-restricted-syntax'],
    ['domain', "export const a = fetch('/x');", 'no-restricted-globals'],
  ];
  for (const [room, text, rule] of refused) {
    it(`${room} may not hold ${text.split('\n').pop()}`, async () => {
      const messages = await broken(FILES[room], `${text}\n`);
      assert.ok(
        messages.some((message) => message.startsWith(`${rule}:`)),
        messages.join('\n'),
      );
    });
  }
});
