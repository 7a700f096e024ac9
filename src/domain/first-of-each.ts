/**
 * The items with a key of their own, the first of each key. Not `filter` with the whole list as third argument,
 * because old libraries of pages (Prototype.js 1.6.0) replace `filter` by one that gives two.
 */
export function firstOfEach<T>(items: Iterable<T>, key: (item: T) => unknown): T[] {
  const firsts = new Map<unknown, T>();
  for (const item of items) if (!firsts.has(key(item))) firsts.set(key(item), item);
  return [...firsts.values()];
}
