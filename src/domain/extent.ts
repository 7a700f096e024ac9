/**
 * The lowest and the highest of some numbers; `Infinity` and `-Infinity` where there are none. Not
 * `Math.min(...numbers)`, because a call with a hundred thousand arguments throws.
 */
export function extentOf(numbers: Iterable<number>): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const n of numbers) {
    low = Math.min(low, n);
    high = Math.max(high, n);
  }
  return [low, high];
}
