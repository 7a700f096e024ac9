/** In a file of its own: what a page registers before the texts of a language are loaded. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { en } from '../../src/i18n/en.js';
import {
  languageFor,
  loadLanguage,
  registerLocale,
  translator,
} from '../../src/i18n/translator.js';

test('one text of English changed early leaves the others in English', async () => {
  const info = mock.method(console, 'info', () => {});
  registerLocale('en', { retry: 'Have another go' });
  await loadLanguage(languageFor('en-GB'));
  info.mock.restore();
  const t = translator('en');
  assert.equal(t('retry'), 'Have another go');
  assert.equal(t('table'), en.table);
});
