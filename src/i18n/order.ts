/** The Vietnamese order of names. English readers, too, look for Vietnamese names in it. */

let collator: Intl.Collator | undefined;

/** Compares two names in Vietnamese order, numbers by value: "Tổ 2" stands before "Tổ 10". */
export function compareNames(a: string, b: string): number {
  // Made at the first use, because making it is slow.
  collator ??= new Intl.Collator('vi', { numeric: true });
  return collator.compare(a, b);
}
