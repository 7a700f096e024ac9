/** The i18next of the CDN files, without what is never asked of it, says what the whole library says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import whole from 'i18next';
import { en } from '../../src/i18n/en.ts';
import { vi } from '../../src/i18n/vi.ts';
import { trimI18next } from '../../tools/build/build-plugins.ts';

const file = fileURLToPath(import.meta.resolve('i18next')).replace(/dist.*/, 'dist/esm/i18next.js');
const { transform } = trimI18next() as unknown as {
  transform: (code: string, id: string) => { code: string };
};
const { code } = transform(readFileSync(file, 'utf8'), file);
const trimmed = (
  (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { default: typeof whole }
).default;

/** As `src/i18n/translator.ts` makes its own. */
function engineOf(library: typeof whole) {
  const engine = library.createInstance({
    lng: 'vi',
    fallbackLng: 'vi',
    lowerCaseLng: true,
    resources: { vi: { translation: vi } },
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  });
  void engine.init();
  engine.addResourceBundle('en', 'translation', en, true, false);
  engine.addResourceBundle('vi', 'translation', { extra: 'Thêm {n}' }, true, false);
  engine.addResourceBundle('vi', 'translation', { retry: 'not this' }, true, false);
  engine.addResourceBundle('zh', 'translation', { retry: 'zh', loading: 'zh' }, true, true);
  engine.addResourceBundle('zh-hant', 'translation', { retry: 'zh-hant' }, true, true);
  engine.addResourceBundle('zh-hant', 'translation', { retry: 'newer' }, true, true);
  engine.addResourceBundle('fr-ca', 'translation', { retry: 'Encore', close: '' }, true, true);
  return engine;
}

test('each key in each language is the same text, there or not', () => {
  const [a, b] = [engineOf(trimmed), engineOf(whole)];
  const keys = [...Object.keys(en), 'extra', 'kind.none', 'constructor', 'a:b', ''];
  for (const language of [
    'vi',
    'en',
    'en-GB',
    'fr-ca',
    'fr',
    'mww',
    'x-klingon',
    'fr-CA-x-a',
    'zh-hant-tw',
    'fr_CA',
    '',
  ]) {
    const [one, other] = [a.getFixedT(language), b.getFixedT(language)];
    for (const key of keys) {
      const text = (t: typeof one) => t(key, { skipInterpolation: true });
      assert.equal(text(one), text(other), `${language} ${key}`);
      const there = (engine: typeof a) => engine.exists(key, { lng: language, fallbackLng: [] });
      assert.equal(there(a), there(b), `${language} ${key}`);
    }
  }
  assert.equal(a.getFixedT('en')('retry', { skipInterpolation: true }), en.retry);
});
