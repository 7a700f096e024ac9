import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import i18next from 'i18next';
import { en } from '../../src/i18n/en.js';
import {
  hasLanguage,
  languageFor,
  loadLanguage,
  registerLocale,
  translator,
} from '../../src/i18n/translator.js';
import { vi } from '../../src/i18n/vi.js';

const LANGUAGES: [tag: string | null | undefined, language: string][] = [
  ['vi', 'vi'],
  ['vi-VN', 'vi'],
  ['VI-vn', 'vi'],
  ['en', 'en'],
  ['en-GB', 'en'],
  [' EN-us ', 'en'],
  ['', 'vi'],
  [undefined, 'vi'],
  [null, 'vi'],
  ['fr', 'vi'],
  ['th', 'vi'],
  ['th-TH', 'vi'],
  ['x-klingon', 'vi'],
];
for (const [tag, language] of LANGUAGES)
  test(`the language of "${tag}" is ${language}`, () => {
    assert.equal(languageFor(tag), language);
  });

test('Vietnamese is there at once, English after it has been loaded', async () => {
  assert.equal(hasLanguage('vi'), true);
  assert.equal(translator('vi')('retry'), vi.retry);
  await loadLanguage('en');
  assert.equal(hasLanguage('en'), true);
  assert.equal(translator('en')('retry'), en.retry);
});

test('a value stands where its placeholder does, as it is', () => {
  assert.equal(translator('vi')('moreThan', { n: '15.000' }), 'hơn 15.000');
  assert.equal(translator('vi')('note', { note: '<b>&{x}' }), 'Theo nguồn: “<b>&{x}”');
});

test('a language that is not there speaks Vietnamese', () => {
  assert.equal(translator('fr')('retry'), vi.retry);
});

test('a registered language shows its texts, Vietnamese for the rest, and says so once', () => {
  const info = mock.method(console, 'info', () => {});
  try {
    registerLocale('mww', { retry: 'retry in mww' });
    registerLocale('mww', { close: 'close in mww' });
    const t = translator('mww');
    assert.equal(languageFor('mww-Latn'), 'mww');
    assert.equal(hasLanguage('mww'), true);
    assert.equal(t('retry'), 'retry in mww');
    assert.equal(t('close'), 'close in mww');
    assert.equal(t('table'), vi.table);
    assert.equal(t('moreThan', { n: '5' }), 'hơn 5');
    assert.equal(info.mock.callCount(), 1);
    const [message] = info.mock.calls[0]!.arguments as [string];
    assert.match(message, /^\[tcns\] "mww" has no text for: about, /);
    assert.doesNotMatch(message, /\bretry\b/);
  } finally {
    info.mock.restore();
  }
});

test('a language with every text registers without a word', () => {
  const info = mock.method(console, 'info', () => {});
  registerLocale('ede', { ...vi, retry: 'retry in ede' });
  assert.equal(info.mock.callCount(), 0);
  info.mock.restore();
  assert.equal(translator(languageFor('ede'))('retry'), 'retry in ede');
});

test("a page's own i18next is never touched", () => {
  assert.equal(i18next.isInitialized, undefined);
});

test('the keys of a registered language are typed', () => {
  registerLocale('qya', { close: 'Holta' });
  // @ts-expect-error: there is no such text
  registerLocale('qya', { closed: 'Holta' });
  // @ts-expect-error: a text is a string
  registerLocale('qya', { close: 1 });
  registerLocale('qya', { close: 'Holta' });
  assert.equal(translator('qya')('close'), 'Holta');
});

test('what is no BCP 47 tag is refused, and nothing is registered', () => {
  for (const tag of ['fr_FR', '', ' fr', 'f', 'fr-', 'tiếng Pháp', '__proto__', 'x-ede', null, 7]) {
    assert.throws(
      () => registerLocale(tag as string, { retry: 'Réessayer' }),
      (error: Error) =>
        error instanceof RangeError &&
        error.message.includes(`"${String(tag)}" is no BCP 47 language tag`),
    );
    assert.equal(languageFor(String(tag)), 'vi');
  }
  assert.equal(translator('vi')('retry'), vi.retry);
});

test('a tag is served by its longest registered beginning, in any case of letters', () => {
  registerLocale('zh-Hant', { ...vi, retry: '重試' });
  registerLocale('zh', { ...vi, retry: '重试' });
  assert.equal(translator(languageFor('zh-hant-TW'))('retry'), '重試');
  assert.equal(translator(languageFor('ZH-HANS-CN'))('retry'), '重试');
  assert.equal(languageFor('zhx'), 'vi');
});
