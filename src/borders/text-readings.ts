/**
 * The ways in which a text of an old file may be meant: as it is, as UTF-8 that was read as windows-1252,
 * as windows-1258, TCVN3 (.VnTime) or VNI. The list of official names decides which of them is right, so
 * nothing is guessed.
 */
import { legacyEncoding } from '../tables/legacy-encoding.js';

const TCVN3_FROM =
  '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const TCVN3_TO = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
const TCVN3 = new Map([...TCVN3_FROM].map((from, i) => [from, [...TCVN3_TO][i] ?? from]));

/** Marks of VNI that stand behind a vowel. */
const TONES: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
};
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';
const SHAPES: Readonly<Record<string, string>> = {
  â: CIRCUMFLEX,
  á: `${CIRCUMFLEX}\u0301`,
  à: `${CIRCUMFLEX}\u0300`,
  å: `${CIRCUMFLEX}\u0309`,
  ã: `${CIRCUMFLEX}\u0303`,
  ä: `${CIRCUMFLEX}\u0323`,
  ê: BREVE,
  é: `${BREVE}\u0301`,
  è: `${BREVE}\u0300`,
  ú: `${BREVE}\u0309`,
  ü: `${BREVE}\u0303`,
  ë: `${BREVE}\u0323`,
};
const SINGLE: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

/** One letter of VNI and the mark behind it; `behind` is what a vowel may carry. */
function vniLetter(letter: string, mark: string): string {
  const low = letter.toLowerCase();
  const base = SINGLE[low] ?? low;
  const cased = low === letter ? base : base.toUpperCase();
  const marks = /[aeo]/.test(low) ? (TONES[mark] ?? SHAPES[mark]) : TONES[mark];
  return `${cased}${marks ?? ''}`;
}

function fromVni(text: string): string {
  return text
    .normalize('NFC')
    .replace(
      /([aeo])([ùøûõïâáàåãäêéèúüë])|([iuyôö])([ùøûõï])|([ôöñæóòî])/giu,
      (_, wide: string, shape: string, narrow: string, tone: string, single: string) =>
        single === undefined
          ? vniLetter(wide ?? narrow, (shape ?? tone).toLowerCase())
          : vniLetter(single, ''),
    )
    .normalize('NFC');
}

const fromTcvn3 = (text: string): string =>
  [...text].map((letter) => TCVN3.get(letter) ?? letter).join('');

/** What windows-1252 has at 0x80 to 0x9f. Written here, because Node 20 decodes these bytes as control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES_OF_1252 = new Map([...WINDOWS_1252].map((letter, i) => [letter, 0x80 + i]));

/** The text of bytes in windows-1252. */
export const decode1252 = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte)).join('');

/** The bytes of a text in windows-1252; `undefined` where it has another character. */
function encode1252(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = BYTES_OF_1252.get(letter) ?? letter.charCodeAt(0);
    if (byte > 0xff) return undefined;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The readings of a text, the plain one first; only that one where the text is ASCII or Unicode. */
export function textReadings(text: string): string[] {
  if (!/[\u0080-\u024f\u2013-\u2122]/.test(text)) return [text];
  const bytes = encode1252(text);
  const readings = [
    text,
    bytes && decodeAs(bytes, 'utf-8'),
    ...(legacyEncoding(text) === 'VNI'
      ? [fromVni(text), fromTcvn3(text)]
      : [fromTcvn3(text), fromVni(text)]),
    bytes && decodeAs(bytes, 'windows-1258'),
  ];
  return [...new Set(readings.filter((reading) => reading !== undefined))];
}

/**
 * A text of a dBASE table: UTF-8 where its bytes are, else windows-1252, from which each reading begins. What a `.cpg`
 * says is not asked, because programs write their own code page into it whatever the texts are.
 */
export function tableText(bytes: Uint8Array): string {
  if (bytes.every((byte) => byte < 0x80)) return String.fromCharCode(...bytes);
  // A field may end in the middle of a letter, because its width counts bytes.
  for (let cut = 0; cut < 4 && cut < bytes.length; cut++) {
    const text = decodeAs(bytes.subarray(0, bytes.length - cut), 'utf-8');
    if (text !== undefined && /[^\u0000-\u007f]/.test(text)) return text;
  }
  return decode1252(bytes);
}
