/**
 * Many short texts searched at once: folded in bulk through a table of characters, so that 45.895
 * teams are indexed in some milliseconds and a query is one pass over one long string.
 */
import { fold, tidy } from './fold.js';

/** Between the fields of a line; no text of a person has it. */
export const FIELD = '\u0001';

const SIZE = 0x2200;
const DROPPED = 0xffff;
let tables: { readonly folded: Uint16Array; readonly lower: Uint16Array } | undefined;

/** What each character below U+2200 is, folded and in lower case; one for one, or dropped. */
function charTables(): NonNullable<typeof tables> {
  if (tables) return tables;
  const folded = new Uint16Array(SIZE);
  const lower = new Uint16Array(SIZE);
  for (let c = 0; c < SIZE; c++) {
    const char = String.fromCharCode(c);
    const isLatin = c < 0x250 || (c >= 0x1e00 && c < 0x1f00);
    const special = c >= 0x2000 && c < 0x2070;
    const plain = isLatin || special ? fold(char) : char;
    const small = isLatin ? char.toLowerCase() : char;
    if (/\s/.test(char)) folded[c] = lower[c] = c === 10 ? 10 : 32;
    else if ((c >= 0x300 && c < 0x370) || plain === '') folded[c] = lower[c] = DROPPED;
    else {
      folded[c] = plain.length === 1 ? plain.charCodeAt(0) : c;
      lower[c] = small.length === 1 ? small.charCodeAt(0) : c;
    }
  }
  // Ð and Ɖ are written for Đ.
  for (const c of [0xd0, 0x189, 0xf0, 0x256]) lower[c] = 0x111;
  return (tables = { folded, lower });
}

interface Chunk {
  readonly folded: string;
  readonly lower: string;
  /** Where each line begins. */
  readonly starts: Uint32Array;
  readonly first: number;
}

/** What was found in a line, from best to worst; the larger numbers are of `rank` below. */
export type Hits = Map<number, number>;

/** Ranks: the whole field, a whole word, the beginning of a word, anywhere; +4 without diacritics. */
export const FOLDED_RANK = 4;

export class SearchText {
  length = 0;
  private readonly chunks: Chunk[] = [];

  /** Adds lines; their numbers go on from the last. */
  add(lines: readonly string[]): void {
    if (lines.length === 0) return;
    const text = lines.join('\n').normalize('NFC');
    const { folded, lower } = charTables();
    const starts = new Uint32Array(lines.length);
    const [a, b] = [new Uint16Array(text.length), new Uint16Array(text.length)];
    let n = 0;
    let line = 1;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      const plain = c < SIZE ? (folded[c] ?? c) : c === 0xfeff ? DROPPED : c;
      if (plain === DROPPED) continue;
      a[n] = plain;
      b[n++] = c < SIZE ? (lower[c] ?? c) : c;
      if (c === 10) starts[line++] = n;
    }
    const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
    const [foldedText, lowerText] = [a, b].map((codes) => decoder.decode(codes.subarray(0, n)));
    this.chunks.push({
      folded: foldedText ?? '',
      lower: lowerText ?? '',
      starts,
      first: this.length,
    });
    this.length += lines.length;
  }

  /** The lines in which a query stands, each with its best rank. */
  find(query: string): Hits {
    const hits: Hits = new Map();
    const folded = fold(query);
    if (!folded) return hits;
    const exact = tidy(query).toLowerCase();
    for (const chunk of this.chunks) findIn(chunk, folded, exact, hits);
    return hits;
  }

  /** All lines, folded: what a fuzzy search reads. */
  lines(): string[] {
    return this.chunks.flatMap(({ folded }) => folded.split('\n'));
  }
}

const isEdge = (char: string | undefined): boolean =>
  char === undefined || char === '\n' || char === FIELD;
const isLetter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

function findIn(
  { folded, lower, starts, first }: Chunk,
  query: string,
  exact: string,
  hits: Hits,
): void {
  let line = 0;
  for (let at = folded.indexOf(query); at >= 0; at = folded.indexOf(query, at + 1)) {
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= at) line++;
    const [before, after] = [folded[at - 1], folded[at + query.length]];
    const opens = isEdge(before) || !isLetter(before ?? '');
    const closes = isEdge(after) || !isLetter(after ?? '');
    const place = isEdge(before) && isEdge(after) ? 0 : opens && closes ? 1 : opens ? 2 : 3;
    const rank = lower.startsWith(exact, at) ? place : place + FOLDED_RANK;
    const known = hits.get(first + line);
    if (known === undefined || rank < known) hits.set(first + line, rank);
  }
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
  const words = line.includes(folded) ? [folded] : folded.split(' ');
  for (const word of words)
    for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + word.length))
      marks.fill(1, at, at + word.length);
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
