/**
 * Whether a value is a promise. `instanceof` cannot tell, because a page may put a class of its own (zone.js,
 * a polyfill) in the place of `Promise`, while `fetch` and async functions still give the browser's own.
 */
export function isPromise<T>(value: T | Promise<T> | undefined): value is Promise<T> {
  return typeof (value as { then?: unknown } | undefined)?.then === 'function';
}
