/**
 * Many short texts searched at once: folded in bulk through a table of characters, so that 45.895
 * teams are indexed in some milliseconds and a query is one pass over one long string.
 */
import { fold, tidy } from './fold.js';

/** Separates the fields of a line; no text of a person contains it. */
export const FIELD = '\u0001';

/** What may have to be joined or replaced to be NFC; nearly no list has any of it. */
const NO_NFC = /[^\0-\u02ff\u1e00-\u206f]/;

const SIZE = 0x2200;
/** The one space among the letters of other scripts. */
const OGHAM_SPACE = 0x1680;
const DROPPED = 0xffff;

interface FoldTable {
  /** The folded form of each character below U+2200: one character, or none. */
  readonly folded: Uint16Array;
  /**
   * The number of the letter among those with the same folded form: "à" and "À" have the same number among the
   * variants of "a".
   */
  readonly variants: Uint8Array;
}
let table: FoldTable | undefined;

/** The folded form of each character below U+2200: one character, or none. */
function foldTable(): FoldTable {
  if (table) return table;
  const folded = new Uint16Array(SIZE);
  const variants = new Uint8Array(SIZE);
  /** The small letters of each folded form, in the order in which they came. */
  const known: string[][] = [];
  for (let c = 0; c < SIZE; c++) {
    const isLatin = c < 0x250 || (c >= 0x1e00 && c < 0x1f00);
    const isSign = c >= 0x2000 && c < 0x2070;
    // Nine tenths of the table are letters of other scripts, which are taken as they are: folding them, too, was most
    // of the time that a first search waited for the table.
    if (!isLatin && !isSign && c !== OGHAM_SPACE) {
      folded[c] = c >= 0x300 && c < 0x370 ? DROPPED : c;
      continue;
    }
    const char = String.fromCharCode(c);
    const plain = fold(char);
    if (/\s/.test(char)) folded[c] = c === 10 ? 10 : 32;
    else folded[c] = plain === '' ? DROPPED : plain.length === 1 ? plain.charCodeAt(0) : c;
    const letters = (known[folded[c] as number] ??= []);
    const small = char.toLowerCase();
    const index = letters.indexOf(small);
    variants[c] = index < 0 ? letters.push(small) - 1 : index;
  }
  return (table = { folded, variants });
}

/** A text after it was folded. */
interface Folded {
  /** Its folded characters; `length` of them are filled. */
  readonly codes: Uint16Array;
  /** Which variant of its folded form each character is. */
  readonly variants: Uint8Array;
  readonly length: number;
  /** True where all of its folded characters are ASCII. */
  readonly isAscii: boolean;
}

/** Folds a text; `line` hears where each line after the first begins. */
function foldText(text: string, line?: (start: number) => void): Folded {
  const { folded, variants } = foldTable();
  const codes = new Uint16Array(text.length);
  const which = new Uint8Array(text.length);
  let length = 0;
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const code = c < SIZE ? (folded[c] as number) : c === 0xfeff ? DROPPED : c;
    if (code === DROPPED) continue;
    if (c < SIZE) which[length] = variants[c] as number;
    codes[length++] = code;
    bits |= code;
    if (c === 10) line?.(length);
  }
  return { codes, variants: which, length, isAscii: bits < 0x80 };
}

/** The folded characters as a string: one byte each where they are all ASCII, as those of Vietnamese are. */
function stringOf({ codes, length, isAscii }: Folded): string {
  const some = codes.subarray(0, length);
  if (typeof TextDecoder === 'undefined') {
    let text = ''; // slower; some pages have taken the decoder away
    for (const code of some) text += String.fromCharCode(code);
    return text;
  }
  return isAscii
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(some))
    : new TextDecoder('utf-16le', { ignoreBOM: true }).decode(some);
}

interface Chunk {
  readonly folded: string;
  /** Which variant of its folded form each character was as it was written: a byte, because the text itself is large. */
  readonly variants: Uint8Array;
  /** Where each line begins. */
  readonly starts: Uint32Array;
  readonly first: number;
}

/** The rank of each line, 0 the best: the whole field, a whole word, the beginning of a word, anywhere; +4 without diacritics. */
export type Ranks = Uint8Array;
/** The rank of a line that a query does not find. */
export const NOWHERE = 255;
const FOLDED_RANK = 4;

export class SearchText {
  length = 0;
  private readonly chunks: Chunk[] = [];

  /** Adds lines; their numbers go on from the last. */
  add(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const joined = lines.join('\n');
    const text = NO_NFC.test(joined) ? joined.normalize('NFC') : joined;
    const starts = new Uint32Array(lines.length);
    let line = 1;
    const read = foldText(text, (start) => (starts[line++] = start));
    const variants = read.variants.slice(0, read.length);
    const folded = stringOf(read);
    this.chunks.push({ folded, variants, starts, first: this.length });
    this.length += lines.length;
  }

  /** How well each line has a query. */
  find(query: string): Ranks {
    const ranks = new Uint8Array(this.length).fill(NOWHERE);
    const folded = fold(query);
    if (!folded) return ranks;
    const written = foldText(tidy(query).toLowerCase());
    const exact = stringOf(written) === folded ? written.variants : undefined;
    for (const chunk of this.chunks) findIn(chunk, folded, exact, ranks);
    return ranks;
  }

  /** All lines, folded: what a fuzzy search reads. */
  lines(): string[] {
    return this.chunks.flatMap(({ folded }) => folded.split('\n'));
  }
}

/** The kind of boundary at a position: 0 the start or end of a field, 1 no letter, 2 a letter. */
function edge(text: string, at: number): number {
  const code = at < 0 || at >= text.length ? 10 : text.charCodeAt(at);
  if (code === 10 || code === 1) return 0;
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) ? 2 : 1;
  return 2;
}

function findIn(
  { folded, variants, starts, first }: Chunk,
  query: string,
  exact: Uint8Array | undefined,
  ranks: Ranks,
): void {
  let line = 0;
  const { length } = query;
  for (let at = folded.indexOf(query); at >= 0; at = folded.indexOf(query, at + 1)) {
    while (line + 1 < starts.length && (starts[line + 1] as number) <= at) line++;
    const [before, after] = [edge(folded, at - 1), edge(folded, at + length)];
    const edges = before + after === 0 ? 0 : before < 2 && after < 2 ? 1 : before < 2 ? 2 : 3;
    const rank = isWritten(variants, at, length, exact) ? edges : edges + FOLDED_RANK;
    if (rank < (ranks[first + line] as number)) ranks[first + line] = rank;
  }
}

/** Whether the characters from a place on are written as those of a query. */
function isWritten(
  variants: Uint8Array,
  at: number,
  length: number,
  exact: Uint8Array | undefined,
): boolean {
  if (!exact) return false;
  for (let i = 0; i < length; i++) if (variants[at + i] !== exact[i]) return false;
  return true;
}

/** A piece of a text, and whether it is what was searched for. */
export interface MarkedPiece {
  readonly text: string;
  readonly hit: boolean;
}

/** A text cut where a query's words stand in it, with or without diacritics, NFC or NFD. */
export function markMatches(text: string, query: string): MarkedPiece[] {
  const folded = fold(query);
  if (!folded) return [{ text, hit: false }];
  const chars = text.match(/[\s\S][\u0300-\u036f]*/g) ?? [];
  const plain = chars.map((char) => (/\s/.test(char) ? ' ' : fold(char)));
  const line = plain.join('');
  const marks = new Uint8Array(line.length);
  const whole = line.includes(folded);
  for (const word of whole ? [folded] : folded.split(' '))
    for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + word.length))
      // A word of several counts where a word begins: "an" is not in "dân".
      if (whole || edge(line, at - 1) < 2) marks.fill(1, at, at + word.length);
  const pieces: { text: string; hit: boolean }[] = [];
  let at = 0;
  chars.forEach((char, i) => {
    const hit = marks[at] === 1;
    at += plain[i]?.length ?? 0;
    const last = pieces[pieces.length - 1];
    if (last?.hit === hit) last.text += char;
    else pieces.push({ text: char, hit });
  });
  return pieces;
}
