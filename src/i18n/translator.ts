/**
 * Texts by language, through a private i18next instance: a page's own i18next is never
 * touched. Vietnamese is always there; English and registered languages load on demand.
 */
import { inform } from '../api/console.js';
import { createInstance } from 'i18next';
import { vi, type TextKey, type Texts } from './vi.js';

/** A text of the language that the translator was made for. */
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string;

const engine = createInstance({
  lng: 'vi',
  fallbackLng: 'vi',
  // Tags are kept in lower case, because `lang` may be written in any.
  lowerCaseLng: true,
  resources: { vi: { translation: vi } },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
});
void engine.init();

const NAME = /\{(\w+)\}/g;

type Loader = () => Promise<Partial<Texts>>;
const loaders = new Map<string, Loader>([['en', () => import('./en.js').then((m) => m.en)]]);
const ready = new Set(['vi']);
const waiting = new Map<string, Promise<void>>();
const reported = new Set<string>();
/** The keys of all Vietnamese texts that are there. */
const keys = new Set(Object.keys(vi));

/**
 * The language whose texts are used for a BCP 47 tag: the longest registered beginning of it
 * (`zh-Hant-TW`, `zh-Hant`, `zh`), or `vi`.
 * `th` is Thai of Thailand and is never read as the Thái of Viet Nam.
 */
export function languageFor(tag: string | null | undefined): string {
  let wanted = (tag ?? '').trim().toLowerCase();
  while (wanted && !ready.has(wanted) && !loaders.has(wanted))
    wanted = wanted.replace(/(^|-)[^-]*$/, '');
  return wanted || 'vi';
}

/** True once the texts of a language are there. */
export function hasLanguage(language: string): boolean {
  return ready.has(language);
}

/** Loads the texts of a language; after a failure Vietnamese stands in, and the next call tries again. */
export function loadLanguage(language: string): Promise<void> {
  const load = loaders.get(language);
  if (!load || ready.has(language)) return Promise.resolve();
  let promise = waiting.get(language);
  if (!promise) {
    promise = load()
      .then((texts) => addTexts(language, texts))
      .finally(() => waiting.delete(language));
    waiting.set(language, promise);
  }
  return promise;
}

/**
 * Adds a language, or changes texts of one: `registerLocale('mww', {...})`. Keys that are left
 * out are shown in Vietnamese and reported once.
 *
 * @param language - a BCP 47 tag, such as `fr`, `mww` or `km-KH`
 * @throws RangeError where the tag is not one, such as `fr_FR`; then nothing is registered
 */
export function registerLocale(language: string, texts: Partial<Texts>): void {
  const tag = languageTag(language);
  engine.addResourceBundle(tag, 'translation', texts, true, true);
  forgetTexts();
  // A built-in language loads its other texts when it is first used.
  if (!loaders.has(tag)) finish(tag);
}

/** False on a page without `Intl`, or with a part of it. */
const canKnowTags = (): boolean =>
  typeof (globalThis.Intl as Partial<typeof Intl> | undefined)?.getCanonicalLocales === 'function';

/** The tag in lower case; `Intl` decides what a tag is, because it orders names and names months by it later. */
function languageTag(language: unknown): string {
  try {
    if (typeof language === 'string') {
      const tag = language.toLowerCase();
      return canKnowTags() ? String(Intl.getCanonicalLocales(tag)).toLowerCase() : tag;
    }
  } catch {
    // The error below says more than the one of `Intl`.
  }
  throw new RangeError(
    `[tcns] registerLocale: "${String(language)}" is no BCP 47 language tag (such as "fr" or "km-KH"); nothing was registered`,
  );
}

/** Adds the Vietnamese texts that only one widget has; they come with its module. */
export function useTexts(texts: Partial<Texts>): void {
  // Texts that a page has registered are kept.
  engine.addResourceBundle('vi', 'translation', texts, true, false);
  Object.keys(texts).forEach((key) => keys.add(key));
  ready.forEach((language) => language !== 'vi' && reportMissing(language));
  forgetTexts();
}

function addTexts(language: string, texts: Partial<Texts>): void {
  // Texts that a page has registered are kept.
  engine.addResourceBundle(language, 'translation', texts, true, false);
  forgetTexts();
  finish(language);
}

function finish(language: string): void {
  ready.add(language);
  reportMissing(language);
}

/** Each key that a language lacks is named once. */
function reportMissing(language: string): void {
  const missing = [...keys].filter((key) => {
    const id = `${language} ${key}`;
    if (engine.exists(key, { lng: language, fallbackLng: [] }) || reported.has(id)) return false;
    return reported.add(id);
  });
  if (missing.length > 0)
    inform(`"${language}" has no text for: ${missing.join(', ')}; Vietnamese is shown.`);
}

/** Texts as they are written, with `{names}` in them, by language, then by key: a joined key would be hashed at each call. */
const templates = new Map<string, Map<string, string>>();
const forgetTexts = (): void => templates.forEach((texts) => texts.clear());
const translators = new Map<string, Translate>();

/**
 * The translator of a language whose texts are there (`languageFor`, `loadLanguage`). A map asks for hundreds
 * of texts at once, so i18next chooses each text once, and later calls only fill in values.
 */
export function translator(language: string): Translate {
  let translate = translators.get(language);
  if (!translate) translators.set(language, (translate = newTranslator(language)));
  return translate;
}

function newTranslator(language: string): Translate {
  const find = engine.getFixedT(language);
  const texts = new Map<string, string>();
  templates.set(language, texts);
  return (key, values) => {
    let text = texts.get(key);
    if (text === undefined) texts.set(key, (text = find(key, { skipInterpolation: true })));
    return values ? text.replace(NAME, (_, name: string) => String(values[name] ?? '')) : text;
  };
}
