/** The tables of the guides of systems: as `npm run test:systems -- --write` has written them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { EDITORS } from '../systems/editors.mjs';
import { FORMS, formsOf, PASTE, pasted, SENTENCE, viewOf, WORDS } from '../systems/forms.mjs';
import { SCHEMA_EDITORS } from '../systems/schema-editors.mjs';
import { guideWith, GUIDES, kept } from '../systems/table.mjs';

const rows = kept();

describe('the tables of systems', () => {
  for (const [lang, file] of Object.entries(GUIDES))
    it(`stand in ${file} as the runs have seen them`, () => {
      const text = readFileSync(file, 'utf8');
      assert.equal(text, guideWith(text, rows, lang));
    });

  it('have a word for each form of each system, with version and day of the run', () => {
    assert.ok(rows.length >= 20, `${rows.length} rows`);
    for (const { name, version, date, cells } of rows) {
      assert.match(version, /^\d+\.\d+/, name);
      assert.match(date, /^\d{4}-\d\d-\d\d$/, name);
      assert.deepEqual(Object.keys(cells), FORMS, name);
      for (const left of Object.values(cells))
        assert.ok(left in WORDS.vi && left in WORDS.en, `${name}: ${left}`);
    }
  });

  it('have each editor that the runs know', () => {
    const seen = rows.map(({ name }) => name);
    for (const name of Object.values({ ...EDITORS, ...SCHEMA_EDITORS }).flatMap((group) =>
      Object.keys(group),
    ))
      assert.ok(seen.includes(name), name);
  });

  it('say what to paste: any form where all are kept, else a placeholder, else the link', () => {
    const all = Object.fromEntries(FORMS.map((form) => [form, 'kept']));
    assert.equal(pasted(all), 'any');
    assert.equal(pasted({ ...all, frame: 'gone' }), 'div');
    assert.equal(pasted({ ...all, div: 'gone' }), 'blockquote');
    assert.equal(pasted({ ...all, div: 'link', blockquote: 'text' }), 'link');
    for (const { name, cells } of rows) {
      assert.notEqual(pasted(cells), 'none', `${name}: nothing can be pasted`);
      assert.ok(pasted(cells) in PASTE.vi && pasted(cells) in PASTE.en, name);
    }
  });

  it('are of code that names one view in each form', () => {
    const base = 'https://office.example/tcns/';
    const forms = formsOf(base);
    for (const [form, code] of Object.entries(forms))
      if (form !== 'script') assert.ok(code.includes(SENTENCE) || form === 'address', form);
    assert.ok(forms.link.includes(viewOf(base).replaceAll('&', '&amp;')));
  });
});
