/**
 * Vietnamese text in the code tables before Unicode. TCVN3 (.VnTime) and VNI fonts draw
 * Latin-1 characters as Vietnamese ones: "Tæ c«ng nghÖ sè" is "Tổ công nghệ số" in TCVN3,
 * "Toå coâng ngheä soá" in VNI. Such text is named, never converted by a guess.
 *
 * The syllables decide: a text is of an old code table where it has words that are none in Unicode
 * and are syllables of Vietnamese in that table. "Hoà", "Khoá", "Zalo®", "España" are not.
 */

export type LegacyEncoding = 'TCVN3' | 'VNI' | 'mojibake';

const SYLLABLE = new RegExp(
  `^(?:(?:ngh?|nh|gh?|gi|kh|ph|th|tr|ch|[bcdđhklmnprstvx])?(?:${[
    'a(?:ch|nh|ng|[cimnoptuy])?',
    'ă(?:ng|[cmnpt])',
    'â(?:ng|[cmnptuy])',
    'e(?:ng|[cmnopt])?',
    'ê(?:ch|nh|[cmnptu])?',
    'i(?:ch|nh|[amnptu]|ê(?:ng|[cmnptu]))?',
    'oo(?:ng|c)',
    'o(?:ng|[cimnpt])?',
    'oa(?:ch|nh|ng|[cimnopty])?',
    'oă(?:ng|[cmnt])',
    'oe(?:[not])?',
    'ô(?:ng|[cimnpt])?',
    'ơ[imnpt]?',
    'u(?:ng|[acimnpt])?',
    'uâ(?:ng|[nty])',
    'uê(?:ch|nh)?',
    'uơ',
    'uy(?:a|ch|nh|ê(?:n|t)|[nptu])?',
    'uô(?:ng|[cimnt])',
    'ư(?:ng|[aicmntu])?',
    'ươ(?:ng|[cimnptu])',
    'y(?:ê(?:ng|[mntu]))?',
  ].join('|')})|qu(?:${[
    'a(?:ch|nh|ng|[cimnoptuy])?',
    'ă(?:ng|[cmnpt])',
    'â(?:ng|[nty])',
    'e[not]?',
    'ê(?:ch|nh|[nt])?',
    'i[nt]?',
    'ô[cn]',
    'ơ[in]?',
    'y(?:ch|nh|ê(?:n|t)|[npt])?',
  ].join('|')}))$`,
);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A letter before "oa" that Vietnamese never has there: "coá" and "boàn" are "cố" and "bồn" in VNI. */
const NO_GLIDE = /^(?:[bcmpv]|tr)oa|^soa$/;
/** A tone on the second half of "ao": "xaõ" is "xã" in VNI. */
const TONE_AT_END = /[iouy][\u0301\u0300\u0309\u0303\u0323]$/;
const FALLING = /(?:a[iouy]|eo|[oôơư]i|[âêưy]u|ây|ui|iu)$/;

/** Whether a word is a syllable of Vietnamese. */
function isSyllable(word: string): boolean {
  const marks = word.toLowerCase().normalize('NFD');
  const bare = marks.replace(TONES, '').normalize('NFC');
  const tones = marks.match(TONES)?.length ?? 0;
  if (tones === 0) return SYLLABLE.test(bare);
  if (tones > 1 || NO_GLIDE.test(bare) || !SYLLABLE.test(bare)) return false;
  return !TONE_AT_END.test(marks) || !FALLING.test(bare.replace(/^gi|^qu/, ''));
}

/** VNI writes a vowel and then its marks as a second letter. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};
const VNI_PAIR = /([aeouyôö])([ùøûõïâáàåãäêéèúüë])/g;
const fromVni = (word: string): string =>
  word
    .replace(VNI_PAIR, (_, vowel: string, mark: string) =>
      `${VNI_LETTERS[vowel] ?? vowel}${VNI_MARKS[mark] ?? ''}`.normalize('NFC'),
    )
    .replace(/[ñôöæóòî]/g, (letter) => VNI_LETTERS[letter] ?? letter);

/** Whether a word is a syllable in VNI, whose marks never stand without their vowel. */
function isVni(word: string): boolean {
  const small = word.toLowerCase();
  const alone = /[ùøûõïâáàåãäêéèúüë]/.test(small.replace(VNI_PAIR, ''));
  return !alone && isSyllable(fromVni(small));
}

/** TCVN3's letters, in the order of its codes. */
const TCVN3_CODES = '¨©ª«¬­®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const TCVN3_LETTERS = 'ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
const TCVN3 = new Map([...TCVN3_CODES].map((code, i) => [code, [...TCVN3_LETTERS][i] ?? '']));

/** Whether a word is a syllable in TCVN3, which has no capitals: those are other fonts. */
function isTcvn3(word: string): boolean {
  const isCapital = word === word.toUpperCase() && word !== word.toLowerCase();
  return !isCapital && isSyllable([...word].map((letter) => TCVN3.get(letter) ?? letter).join(''));
}

/** Words; marks that are letters in TCVN3 belong to them. */
const WORDS = /[\p{L}\u00a8-\u00be\u00d7\u00f7]+/gu;
const HIGH = /[\u0080-\u00ff]/;
/** Signs around a word in Unicode: "«Hoà Bình»", "Zalo®". */
const SIGNS = /^[^\p{L}]+|[^\p{L}]+$/gu;

/** UTF-8 read as windows-1252 or -1258: "Tá»• cÃ´ng nghá»‡". */
const MOJIBAKE = /á[º»]|[ÃÄ][\u0080-\u00bf‘’]/;

/** The old code table that a text seems to be in; `undefined` for Unicode. */
export function legacyEncoding(text: string): LegacyEncoding | undefined {
  if (!/[\u0080-\u00ff\u0300-\u036f]/.test(text)) return undefined;
  const composed = text.normalize('NFC');
  // A letter of Vietnamese that only Unicode has says that the text is Unicode, or that was read as another table.
  const isUnicode = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/.test(composed);
  const isMojibake = MOJIBAKE.test(composed);
  if (isUnicode && !isMojibake) return undefined;
  const words = (composed.match(WORDS) ?? []).filter((word) => HIGH.test(word));
  const strange = words.filter((word) => {
    const letters = word.replace(SIGNS, '');
    return HIGH.test(letters) && !isSyllable(letters);
  });
  if (strange.length === 0) return undefined;
  if (isMojibake) return 'mojibake';
  if (!strange.some((word) => isVni(word) || isTcvn3(word))) return undefined;
  const [vni, tcvn3] = [words.filter(isVni).length, words.filter(isTcvn3).length];
  // "lÖ" is a small letter of TCVN3, because VNI would have "lö".
  return vni > tcvn3 || (vni === tcvn3 && !/\p{Ll}[\u00c0-\u00de]/u.test(composed))
    ? 'VNI'
    : 'TCVN3';
}
