/** Adapters map an API of another shape to a document of version 1. */

/** A pure function from parsed JSON to a document; what it throws is reported as a wrong document. */
export type Adapter = (raw: unknown) => unknown;

const adapters = new Map<string, Adapter>();

/** Makes adapters usable by name: `adapter="my-api"`. */
export function registerAdapters(more: Readonly<Record<string, Adapter>>): void {
  for (const [name, adapter] of Object.entries(more)) adapters.set(name, adapter);
}

/** The adapter of a name, or `undefined` where none is registered. */
export function adapterNamed(name: string): Adapter | undefined {
  return adapters.get(name);
}
