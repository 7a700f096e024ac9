/** Adapters map an API of another shape to a document of version 1. */
import { DataError } from '../api/errors.js';

/**
 * A function that makes a document of an answer. An exception that it throws is reported as a wrong document.
 */
export interface Adapter {
  /**
   * @param raw - parsed JSON; the answer as text where `reads` is `text`
   * @param url - the address, with whatever stands behind its `#`
   */
  (raw: unknown, url: string): unknown;
  readonly reads?: 'text';
}

const adapters = new Map<string, Adapter>();

const table = () =>
  import('../tables/table-adapter.js').catch((error: unknown) => {
    // Code that could not be loaded makes no document wrong: the store asks again.
    throw new DataError('network', `no adapter: ${String(error)}`);
  });
const ckan: Adapter = (raw, url) => table().then(({ fromCkan }) => fromCkan(raw, url));

/**
 * The adapters of this library; their code is loaded on first use. A function, so that the loader does not
 * include it.
 */
function shipped(name: string): Adapter | undefined {
  if (name === 'ckan') return ckan;
  if (name !== 'csv') return undefined;
  const csv: Adapter = (raw, url) => table().then(({ fromCsv }) => fromCsv(raw, url));
  return Object.assign(csv, { reads: 'text' as const });
}

/** Makes adapters usable by name: `adapter="my-api"`. */
export function registerAdapters(more: Readonly<Record<string, Adapter>>): void {
  for (const [name, adapter] of Object.entries(more)) {
    if (typeof adapter === 'function') adapters.set(name, adapter);
  }
}

/** The adapter of a name, or `undefined` where none is registered. */
export function adapterNamed(name: string): Adapter | undefined {
  return adapters.get(name) ?? shipped(name);
}

/** Runs an adapter, whose code may have to be loaded first. */
export async function adapt(adapter: Adapter, raw: unknown, url: string): Promise<unknown> {
  try {
    return await adapter(raw, url);
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError('shape', `the adapter failed: ${String(error)}`, { url });
  }
}
