/**
 * A language whose every own word is in Greek letters, and documents whose every word is in Cyrillic ones:
 * a Latin letter on the screen is a word that no text key holds.
 */
import { en } from '../../src/i18n/en.js';
import { registerLocale } from '../../src/i18n/translator.js';
import type { Texts } from '../../src/i18n/vi.js';
import { PROVINCES } from '../../src/domain/provinces.generated.js';
import { archipelagosOf } from '../../src/maps/nation-common.js';

export const LANGUAGE = 'el';

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const GREEK = 'αβγδεφγηιξκλμνοπθρστυωωχψζ';
const CYRILLIC = 'абцдефгхийклмнопярстувщжыз';

const inLetters = (text: string, letters: string): string =>
  [...text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd')]
    .map((letter) => letters[LATIN.indexOf(letter.toLowerCase())] ?? letter)
    .join('');

/** `[και {n}]`: the key in Greek letters, with the placeholders of the text. */
const ownWord = (key: string, text: string): string =>
  `[${[inLetters(key, GREEK), ...(text.match(/\{\w+\}/g) ?? [])].join(' ')}]`;

/** The texts of the language: one for each key that there is. */
const TEXTS = Object.fromEntries(
  Object.entries(en).map(([key, text]) => [key, ownWord(key, text)]),
) as Texts;

/** True where a text of a key stands in a widget. */
export const hasText = (root: Node, key: keyof Texts): boolean =>
  wordsIn(root).some((text) => new RegExp(`\\[${inLetters(key, GREEK)}[ \\]]`).test(text));

export const register = (): void => registerLocale(LANGUAGE, TEXTS);

/** What stays as it is in a document: ids, dates, addresses, words of enumerations. */
const PLAIN = /^[\x21-\x7e]*$/;
const IN_WORDS = new Set([
  'name',
  'title',
  'unit',
  'vi',
  'en',
  'term',
  'hamlet',
  'label',
  'platforms',
  'publisher',
]);

/** A document with all its words in Cyrillic letters. */
export function inCyrillic<T>(value: T, key = ''): T {
  if (typeof value === 'string')
    return (PLAIN.test(value) && !IN_WORDS.has(key) ? value : inLetters(value, CYRILLIC)) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => inCyrillic(item, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, inCyrillic(item as unknown, name)]),
  ) as T;
}

/**
 * Words that no text may change: of the provinces' names on built-in borders (a label breaks them into lines),
 * of the archipelagos by law, of a service, and of addresses.
 */
const NAME_WORDS = new Set(
  [
    ...Object.values(PROVINCES).flatMap(({ name, names }) => [
      typeof name === 'string' ? name : '',
      ...(names ?? []).map(({ name: dated }) => (typeof dated === 'string' ? dated : '')),
    ]),
    ...archipelagosOf('vn', '2025', LANGUAGE).flatMap(({ lines }) => lines),
    'BRVT Zalo',
  ].flatMap((name) => name.match(/\p{L}+/gu) ?? []),
);
const ADDRESS = /\b[\w-]+(?:\.[\w-]+)*\.(?:vn|org|example|me)\b[\/\w]*/g;

const SEEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'alt',
  'placeholder',
  'label',
];

/** All that a reader sees or hears of a widget, one text each; also inside the widgets in it. */
export function wordsIn(root: Node): string[] {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) texts.push(node.data);
    if (node instanceof HTMLStyleElement) return;
    if (node instanceof Element) {
      for (const name of SEEN) texts.push(node.getAttribute(name) ?? '');
      if (node.shadowRoot) visit(node.shadowRoot);
    }
    node.childNodes.forEach(visit);
  };
  visit(root);
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** A quarter as a numeral, and the letters of a province on a tile: "III", "HCM", but never "TP". */
const SHORT = /^(?!TP$)(?:[A-ZĐ]{2,4}|I|V)$/;

/** The words of a text that are of another language. */
function latinWords(text: string): string[] {
  const words = text.replace(ADDRESS, '').match(/\p{Script=Latin}[\p{L}\p{M}]*/gu) ?? [];
  return words.filter((word) => !NAME_WORDS.has(word) && !SHORT.test(word));
}

/** The texts in which a Latin letter is left. */
export const foreignWords = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text) => latinWords(text).length > 0)),
];
