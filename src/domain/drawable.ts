/**
 * Numbers that a chart can place. For numbers far beyond every real figure the arithmetic of an axis
 * overflows, or its steps become 0 and the loop never ends.
 */
const LARGEST = 1e100;
const SMALLEST = 1e-100;

/** The value as a picture places it: 0 for what is too small, `null` for what is too large. */
export function drawable<T extends number | null | undefined>(
  value: T,
): number | Exclude<T, number> | null {
  if (typeof value !== 'number') return value as Exclude<T, number>;
  const size = Math.abs(value);
  return size <= LARGEST ? (size < SMALLEST ? 0 : value) : null;
}
