import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../src/i18n/en.js';
import { vi, type TextKey } from '../../src/i18n/vi.js';

const KEYS = Object.keys(vi) as TextKey[];
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test('Vietnamese and English have the same texts', () => {
  assert.deepEqual(Object.keys(en), Object.keys(vi));
});

test('keys are in alphabetical order, so that a text is found and none comes twice', () => {
  assert.deepEqual(KEYS, [...KEYS].sort());
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
