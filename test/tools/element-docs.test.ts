/** The tables of docs/elements.md are what the source says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { ELEMENTS_PAGE, makeElementDocs } from '../../tools/generate/make-element-docs.js';

it('docs/elements.md is what `npm run docs:elements` writes', async () => {
  const made = await makeElementDocs();
  assert.match(made, /## `<tcns-kpi-card>`/);
  assert.match(made, /\| `--tcns-color-accent` +\| `#0a5ea8`/);
  assert.equal(readFileSync(ELEMENTS_PAGE, 'utf8'), made, 'npm run docs:elements');
});
