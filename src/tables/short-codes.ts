/** Codes for areas that have no official one: short, of Latin letters, and never one for two names. */
import { fold, stripPrefix, tidy } from '../domain/names.js';

const TONES: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/đ/g, 'dd'],
  [/([aeo])\u0302/g, '$1$1'],
  [/([ou])\u031b/g, '$1w'],
  [/a\u0306/g, 'aw'],
];

/** A name as it is typed in Telex, so that every diacritic is a letter: "Ba Tơ" -> "batow". */
function telex(name: string): string {
  const words = tidy(name).toLowerCase().normalize('NFD').split(/\s+/);
  return words
    .map((word) => {
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(word)?.[0] ?? '';
      let text = word.replace(tone, '').normalize('NFC').normalize('NFD');
      for (const [letter, keys] of LETTERS) text = text.replace(letter, keys);
      return text.replace(/[^a-z0-9]/g, '') + (TONES[tone] ?? '');
    })
    .join('');
}

/** "Thôn Mẫu 1" -> "thonmau1": the code of a name that no other name comes close to. */
export const shortCode = (name: string): string =>
  fold(stripPrefix(name)).replace(/[^a-z0-9]/g, '');

/**
 * Gives each name its code. Names that differ only in diacritics (Ba Tơ, Ba Tô) get theirs as Telex
 * types them, because the letters alone would make one area of two.
 */
export function shortCodes(names: Iterable<string>): (name: string) => string {
  const bySound = new Map<string, Set<string>>();
  const plain = (name: string): string => tidy(stripPrefix(name)).toLowerCase();
  for (const name of names) {
    const code = shortCode(name);
    bySound.set(code, (bySound.get(code) ?? new Set<string>()).add(plain(name)));
  }
  return (name) => {
    const code = shortCode(name);
    return (bySound.get(code)?.size ?? 0) > 1 ? telex(stripPrefix(name)) : code;
  };
}
