/**
 * The order of names in a language. Vietnamese where `Intl` does not know the language (Mông, Ê Đê), and for
 * English readers too, because they look for Vietnamese names in the order of our lists.
 */

type Compare = (a: string, b: string) => number;

/** The order of the first language that is known. */
function orderOf(tags: string | string[]): Compare {
  try {
    return new Intl.Collator(tags, { numeric: true }).compare;
  } catch {
    return plainOrder; // a page without `Intl`, or with a part of it
  }
}

/**
 * The collator is made when this file is loaded, because the first collator of a page takes as long as a part
 * of its picture. The file is one of its own in `dist/cdn`, and is there while larger ones are on their way.
 */
const vietnamese = orderOf('vi');
const orders = new Map<string, Compare>([
  ['vi', vietnamese],
  ['en', vietnamese],
]);

/** Compares two names in the order of a language, numbers by value: "Tổ 2" stands before "Tổ 10". */
export function nameOrder(language: string): Compare {
  let compare = orders.get(language);
  if (!compare) orders.set(language, (compare = orderOf([language, 'vi'])));
  return compare;
}

const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** The order of Vietnamese letters; tones and capitals count where nothing else differs. */
function plainOrder(a: string, b: string): number {
  const [first, second] = [plainKey(a), plainKey(b)];
  if (first === second) return a < b ? -1 : a > b ? 1 : 0;
  return first < second ? -1 : 1;
}

function plainKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(TONES, '')
    .normalize('NFC')
    .replace(/\d+/g, (digits) => digits.replace(/^0+/, '').padStart(15, '0'))
    .replace(/\p{L}/gu, (letter) => {
      const index = LETTERS.indexOf(letter);
      return index < 0 ? letter : String.fromCharCode(0x100 + index);
    });
}
