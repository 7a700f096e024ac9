/**
 * The order of names in a language. Vietnamese where `Intl` does not know the language (Mông, Ê Đê), and for
 * English readers too, because they look for Vietnamese names in the order of our lists.
 */

type Compare = (a: string, b: string) => number;

const orders = new Map<string, Compare>();

/** Compares two names in the order of a language, numbers by value: "Tổ 2" stands before "Tổ 10". */
export function nameOrder(language: string): Compare {
  let compare = orders.get(language);
  if (!compare) {
    // Made at the first use and kept, because making a collator is slow.
    const tags = language === 'en' ? 'vi' : [language, 'vi'];
    ({ compare } = new Intl.Collator(tags, { numeric: true }));
    orders.set(language, compare);
  }
  return compare;
}
