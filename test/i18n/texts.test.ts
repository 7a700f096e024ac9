import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../src/i18n/en.js';
import { viMap } from '../../src/i18n/vi.map.js';
import { viRoster } from '../../src/i18n/vi.roster.js';
import { vi as viCommon, type TextKey } from '../../src/i18n/vi.js';

/** The Vietnamese texts that only one widget has come with it; English is one file. */
const PARTS: Readonly<Record<string, object>> = {
  'vi.ts': viCommon,
  'vi.map.ts': viMap,
  'vi.roster.ts': viRoster,
};
const vi = { ...viCommon, ...viMap, ...viRoster };
const KEYS = Object.keys(vi) as TextKey[];
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test('Vietnamese and English have the same texts', () => {
  assert.deepEqual(Object.keys(en).sort(), [...KEYS].sort());
});

test('no text stands in two files', () => {
  const all = Object.values(PARTS).flatMap((part) => Object.keys(part));
  assert.deepEqual(all.length, new Set(all).size);
});

for (const [file, texts] of Object.entries({ ...PARTS, 'en.ts': en }))
  test(`${file}: keys are in alphabetical order, so that a text is found and none comes twice`, () => {
    const keys = Object.keys(texts);
    assert.deepEqual(keys, [...keys].sort());
  });

for (const key of KEYS)
  test(`"${key}" has the same placeholders in both languages, and words`, () => {
    assert.deepEqual(placeholders(en[key]), placeholders(vi[key]));
    for (const text of [vi[key], en[key]]) {
      assert.equal(text, text.trim().normalize('NFC'));
      assert.notEqual(text, '');
      // A brace that is left over would be read aloud.
      assert.doesNotMatch(text.replace(/\{\w+\}/g, ''), /[{}]/);
    }
  });
