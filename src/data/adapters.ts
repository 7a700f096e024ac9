/** Adapters map an API of another shape to a document of version 1. */
import { DataError } from './errors.js';

/** From what an address answered to a document; what it throws is reported as a wrong document. */
export interface Adapter {
  /**
   * @param raw - parsed JSON; the answer as text where `reads` is `text`
   * @param url - the address, with whatever stands behind its `#`
   */
  (raw: unknown, url: string): unknown;
  readonly reads?: 'text';
}

const tables = () => import('./adapters.table.js');
const csv: Adapter = (raw, url) => tables().then((m) => m.fromCsv(raw, url));

const adapters = new Map<string, Adapter>([
  ['ckan', (raw, url) => tables().then((m) => m.fromCkan(raw, url))],
  ['csv', Object.assign(csv, { reads: 'text' as const })],
]);

/** Makes adapters usable by name: `adapter="my-api"`. */
export function registerAdapters(more: Readonly<Record<string, Adapter>>): void {
  for (const [name, adapter] of Object.entries(more)) adapters.set(name, adapter);
}

/** The adapter of a name, or `undefined` where none is registered. */
export function adapterNamed(name: string): Adapter | undefined {
  return adapters.get(name);
}

/** Runs an adapter, whose code may have to be loaded first. */
export async function adapt(adapter: Adapter, raw: unknown, url: string): Promise<unknown> {
  try {
    return await adapter(raw, url);
  } catch (error) {
    throw new DataError('shape', `the adapter failed: ${String(error)}`, { url });
  }
}
