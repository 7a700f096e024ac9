/**
 * Vietnamese text in one of its many spellings made comparable: `tidy` keeps the diacritics,
 * `fold` drops them.
 */

/** One form for each character that looks like another; no zero-width ones; single spaces. */
function unify(text: string): string {
  return text
    .replace(/[\u00ad\u034f\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u00d0\u0189]/g, '\u0110')
    .replace(/[\u00f0\u0256]/g, '\u0111')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A name written in one way, diacritics kept: NFC, Đ U+0110, plain spaces, hyphens and
 * apostrophes, the tone where Vietnamese schools put it ("Hoà" -> "Hòa", "Thuý" -> "Thúy",
 * but "Hoàn", "Quý").
 */
export function tidy(text: string): string {
  return unify(text)
    .normalize('NFD')
    .replace(/(o)([ae])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\u0300-\u036f])/giu, '$1$3$2')
    .replace(
      /(^|[^q])(u)(y)([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\u0300-\u036f])/giu,
      '$1$2$4$3',
    )
    .normalize('NFC');
}

/** A text for searching: lower-case, without diacritics, đ as d. "Đắk Lắk" -> "dak lak". */
export function fold(text: string): string {
  return unify(text)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\u0111/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}
