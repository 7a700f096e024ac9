/** A function that keeps its last result while it is called with the same arguments. */
export function memo<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    const same =
      last?.args.length === args.length && args.every((arg, i) => Object.is(arg, last?.args[i]));
    if (!last || !same) last = { args, result: make(...args) };
    return last.result;
  };
}
